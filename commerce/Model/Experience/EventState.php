<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Experience;

/** What has become of an event, by the value of its column. */
enum EventState: int
{
    case ToSend = 0;
    case ToRetry = 2;
    case Delivered = 200;
    case Rejected = 400;

    /** What the extension answers: anything but delivered and rejected may be sent again. */
    public static function of(int $status): self
    {
        return match ($status) {
            200 => self::Delivered,
            400 => self::Rejected,
            default => self::ToRetry,
        };
    }

    public function isFinal(): bool
    {
        return $this === self::Delivered || $this === self::Rejected;
    }
}
