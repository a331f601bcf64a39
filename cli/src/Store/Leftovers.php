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

    /** The condition on failed rows in SQL. */
    public function condition(): string
    {
        return $this === self::All ? '1 = 1' : "COALESCE(CASE WHEN json_valid(metadata)
            THEN json_extract(metadata, '$.retryAt') END, 0) + 0 <= " . time();
    }
}
