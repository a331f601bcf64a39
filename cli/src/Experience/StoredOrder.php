<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Experience\Event;

/** What is written of a snapshot before anything of it is sent. */
final class StoredOrder
{
    /**
     * @param list<Event> $events the new ones
     * @param array<string, array{string, ?string}> $firstSent dates of those that were made before, by event id
     */
    public function __construct(
        public readonly string $orderId,
        /** UTC, as databases have it. */
        public readonly string $changedAt,
        public readonly array $events,
        /** Why it could not be mapped. */
        public readonly ?string $error = null,
        /** As the snapshot has it. */
        public readonly ?string $updatedAt = null,
        public readonly array $firstSent = [],
    ) {
    }
}
