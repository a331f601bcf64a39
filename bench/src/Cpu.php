<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * Seconds of processor time, user and system.
 */
final class Cpu
{
    public static function ofThis(): float
    {
        return self::sum(getrusage());
    }

    /** Of processes that have ended. */
    public static function ofChildren(): float
    {
        return self::sum(getrusage(1));
    }

    /**
     * @param array<string, int> $usage
     */
    private static function sum(array $usage): float
    {
        return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']
            + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
    }
}
