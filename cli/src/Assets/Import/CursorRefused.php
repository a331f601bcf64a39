<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Import;

use Aco\Cli\CommandFailure;

/** The cursor of an earlier process is not valid any more. */
final class CursorRefused extends CommandFailure
{
}
