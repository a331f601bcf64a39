<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;

/** A signal has asked the process to end. */
final class Stopped extends CommandFailure
{
    /** What a shell adds to the number of a signal that ends a process. */
    private const SHELL_BASE = 128;

    public function __construct(int $signal)
    {
        parent::__construct(
            'Stopped by ' . ($signal === SIGINT ? 'SIGINT' : 'SIGTERM')
            . ': what was delivered is recorded, the rest is kept. Run the same command again to go on.',
            self::SHELL_BASE + $signal,
        );
    }
}
