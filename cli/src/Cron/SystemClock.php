<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

final class SystemClock implements Clock
{
    public function now(): float
    {
        return microtime(true);
    }

    public function elapsed(): float
    {
        return hrtime(true) / 1e9;
    }

    public function sleep(float $seconds): void
    {
        usleep((int) ($seconds * 1e6));
    }
}
