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
        return match ($status) {
            self::DELIVERED => 'Submitted to service',
            self::TO_SEND => 'Awaiting submission',
            self::REJECTED => 'Failed, requires attention',
            default => 'Failed, will retry',
        };
    }

    /** Whether a row of this status is left alone until its item changes. */
    public static function isFinal(int $status): bool
    {
        return $status === self::DELIVERED || $status === self::REJECTED;
    }
}
