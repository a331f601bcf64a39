<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** Values of the column `status`, as Commerce stores them. */
final class Status
{
    public const TO_SEND = 0;
    public const TO_RETRY = 2;
    public const DELIVERED = 200;
    public const REJECTED = 400;

    /** The wording of Commerce's page Data Feed Sync Status. */
    public static function label(int $status): string
    {
        return match (true) {
            self::isToRetry($status) => 'Failed, will retry',
            $status === self::DELIVERED => 'Submitted to service',
            $status === self::TO_SEND => 'Awaiting submission',
            default => 'Failed, requires attention',
        };
    }

    /** Whether a row of this status stays until its item changes. */
    public static function isFinal(int $status): bool
    {
        return $status === self::DELIVERED || $status === self::REJECTED;
    }

    /**
     * Whether a row of this status was not delivered and is sent again without its item having changed. Commerce stores
     * the status that the service has given an item as it is: 1, 401, 403, 503 and others stand beside TO_RETRY.
     */
    public static function isToRetry(int $status): bool
    {
        return $status !== self::TO_SEND && !self::isFinal($status);
    }

    /** The condition isToRetry() in SQL; as ranges, for which both databases use an index. */
    public static function toRetry(string $column = 'status'): string
    {
        return "($column < 0 OR $column BETWEEN 1 AND 199 OR $column BETWEEN 201 AND 399 OR $column > 400)";
    }

    /** The same, or never sent. */
    public static function undelivered(string $column = 'status'): string
    {
        return "($column < 200 OR $column BETWEEN 201 AND 399 OR $column > 400)";
    }
}
