<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Experience;

use Aco\Experience\Event;

/** What is written of an order before anything of it is sent. */
class StagedOrder
{
    /**
     * @param list<Event> $events
     * @param ?string $updatedAt as the order has it
     * @param array<string, array{string, ?string}> $firstSent dates of events that were made before, by event id
     */
    public function __construct(
        public readonly string $orderId,
        public readonly array $events,
        public readonly ?string $updatedAt,
        public readonly array $firstSent,
    ) {
    }
}
