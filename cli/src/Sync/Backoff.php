<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\Leftovers;

/** When a failed item is tried again. */
final class Backoff
{
    private const FIRST_SECONDS = 300;

    /** Unix time: immediately after the first failure, then after 5, 10, 20 … minutes, at most 6 hours. */
    public static function retryAt(int $attempts, int $now): ?int
    {
        return $attempts < 2 ? null : $now + min(Leftovers::MAX_SECONDS, self::FIRST_SECONDS << min($attempts - 2, 10));
    }
}
