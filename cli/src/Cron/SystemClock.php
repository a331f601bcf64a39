<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

use Aco\Cli\MonotonicClock;

final class SystemClock implements Clock
{
    public function now(): float
    {
        return microtime(true);
    }

    public function elapsed(): float
    {
        return MonotonicClock::seconds();
    }

    public function sleep(float $seconds): void
    {
        usleep((int) ($seconds * 1e6));
    }
}
