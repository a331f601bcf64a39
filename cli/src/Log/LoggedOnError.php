<?php

declare(strict_types=1);

namespace Aco\Cli\Log;

/** A command whose exit code says what it has found; only that it could not look is logged. */
interface LoggedOnError
{
}
