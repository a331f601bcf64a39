<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

/** Interrupts the running command when the process is asked to end. */
final class StopRequested extends \RuntimeException
{
    public function __construct()
    {
        parent::__construct('Stopped by a signal: undelivered items are kept.');
    }
}
