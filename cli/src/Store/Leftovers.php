<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** Which undelivered rows of earlier runs are sent. Those that were never sent always are. */
enum Leftovers
{
    /** All that have failed. */
    case All;
    /** Those whose backoff has elapsed. */
    case Due;

    /** The longest backoff. */
    public const MAX_SECONDS = 21600;

    /** The condition on failed rows in SQL. */
    public function condition(): string
    {
        // What waits for longer than any backoff was noted when the clock was ahead.
        return $this === self::All ? '1 = 1' : "COALESCE(CASE WHEN json_valid(metadata)
            THEN json_extract(metadata, '$.retryAt') END, 0) + 0 NOT BETWEEN " . (time() + 1) . ' AND '
            . (time() + self::MAX_SECONDS);
    }
}
