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

    /** What the kernel has done for them. */
    public static function ofChildrenInKernel(): float
    {
        return self::kind(getrusage(1), 'stime');
    }

    /**
     * @param array<string, int> $usage
     */
    private static function sum(array $usage): float
    {
        return self::kind($usage, 'utime') + self::kind($usage, 'stime');
    }

    /**
     * @param array<string, int> $usage
     */
    private static function kind(array $usage, string $kind): float
    {
        return $usage["ru_$kind.tv_sec"] + $usage["ru_$kind.tv_usec"] / 1e6;
    }
}
