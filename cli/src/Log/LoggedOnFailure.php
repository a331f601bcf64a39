<?php

declare(strict_types=1);

namespace Aco\Cli\Log;

/** A command whose success is not logged: it changes nothing, or has log lines of its own. */
interface LoggedOnFailure
{
}
