<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model;

/**
 * How long what has failed waits until it is tried again: five minutes at first, each time twice as long, a day at
 * most.
 */
class Backoff
{
    /** Less than the five minutes between two runs of cron, so that the next one is not missed. */
    private const FIRST_SECONDS = 240;
    private const LAST_SECONDS = 86400;

    /** @param int $attempts those that have failed, at least 1 */
    public static function dueAt(int $attempts, int $now): string
    {
        $seconds = min(self::LAST_SECONDS, self::FIRST_SECONDS * 2 ** min($attempts - 1, 20));

        return date('Y-m-d H:i:s', $now + $seconds);
    }
}
