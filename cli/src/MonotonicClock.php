<?php

declare(strict_types=1);

namespace Aco\Cli;

/** The clock for waits and durations: unlike the time of day, nobody sets it. */
final class MonotonicClock
{
    public static function seconds(): float
    {
        return hrtime(true) / 1e9;
    }
}
