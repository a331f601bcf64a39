<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/** What the tables know of the orders of a chunk, updated while it is handled, as it may contain an order twice. */
final class KnownOrders
{
    /** @param array<string, OrderRow> $rows by order id */
    private function __construct(
        private array $rows,
        /** @var array<string, list<string>> ids of known events, which are not made again, by order id */
        private array $events,
        /** @var array<string, array<string, array{string, ?string}>> see EventStore::firstSent() */
        private readonly array $firstSent,
    ) {
    }

    /** @param list<string> $ids */
    public static function read(EventStore $store, array $ids): self
    {
        return new self($store->orders($ids), $store->sentIds($ids), []);
    }

    /**
     * For orders whose events are all sent again, with their first dates.
     *
     * @param list<string> $ids
     */
    public static function readForHistory(EventStore $store, array $ids): self
    {
        return new self($store->orders($ids), [], $store->firstSent($ids));
    }

    public function row(string $id): ?OrderRow
    {
        return $this->rows[$id] ?? null;
    }

    /** @return list<string> */
    public function events(string $id): array
    {
        return $this->events[$id] ?? [];
    }

    /** @return array<string, array{string, ?string}> */
    public function firstSent(string $id): array
    {
        return $this->firstSent[$id] ?? [];
    }

    public function add(StoredOrder $order): void
    {
        $this->rows[$order->orderId] = new OrderRow($order->changedAt, $order->error !== null);
        foreach ($order->events as $event) {
            $this->events[$order->orderId][] = $event->id;
        }
    }
}
