<?php

declare(strict_types=1);

namespace Aco\Cli;

/** What the command returns to the shell. */
final class ExitCode
{
    public const DONE = 0;
    public const ITEMS_FAILED = 1;
    public const USAGE = 2;
    public const NOTHING_DELIVERED = 3;
}
