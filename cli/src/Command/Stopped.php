<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;

/** A signal has asked the process to end. */
final class Stopped extends CommandFailure
{
    /** What a shell adds to the number of a signal that ends a process. */
    private const SHELL_BASE = 128;

    private const GOES_ON = 'what was delivered is recorded, the rest is kept. Run the same command again to go on.';

    public function __construct(int $signal, string $state = self::GOES_ON)
    {
        parent::__construct(
            'Stopped by ' . ($signal === SIGINT ? 'SIGINT' : 'SIGTERM') . ": $state",
            self::SHELL_BASE + $signal,
        );
    }
}
