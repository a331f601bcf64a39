<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/** What happens to an order after it was mapped. */
enum OrderDecision
{
    /** No row can be kept for it: nothing is written or sent. */
    case Skip;
    /** It brings nothing new, and its row is up to date. */
    case Unchanged;
    /** It brings no event, but its row is out of date. */
    case Renew;
    /** It cannot be mapped: the refusal is written. */
    case Reject;
    /** Its new events are written and sent. */
    case Send;

    /**
     * Whether an order need not be mapped, because this version was refused before.
     *
     * @param string $changedAt UTC
     * @param ?OrderRow $stored null: the tables do not have the order
     */
    public static function isStillRefused(string $changedAt, ?OrderRow $stored): bool
    {
        return $stored !== null && $stored->isRefused && $stored->changedAt === $changedAt;
    }

    /**
     * @param bool $hasId whether its id fits the tables
     * @param string $changedAt UTC
     */
    public static function of(
        bool $hasId,
        string $changedAt,
        bool $isRefused,
        bool $hasNewEvents,
        ?OrderRow $stored,
    ): self {
        // The retention counts from the latest change, even one without an event.
        $isOutOfDate = $stored === null || $stored->isRefused || $changedAt > $stored->changedAt;

        return match (true) {
            !$hasId => self::Skip,
            $isRefused => self::Reject,
            $hasNewEvents => self::Send,
            $isOutOfDate => self::Renew,
            default => self::Unchanged,
        };
    }
}
