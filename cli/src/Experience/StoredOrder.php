<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Experience\Event;

/** What is stored of an order before its events are sent. */
final class StoredOrder
{
    /**
     * @param list<Event> $events the new ones
     * @param array<string, array{string, ?string}> $firstSent dates of those that were made before, by event id
     */
    public function __construct(
        public readonly string $orderId,
        /** In the form of the tables (UTC). */
        public readonly string $changedAt,
        public readonly array $events,
        /** Why the order could not be mapped. */
        public readonly ?string $error = null,
        /** The order's own `updatedAt`. */
        public readonly ?string $updatedAt = null,
        public readonly array $firstSent = [],
        /** What people know the order by. */
        public readonly ?string $number = null,
    ) {
    }
}
