<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/** What the tables hold of the orders of a chunk, kept up to date while the chunk is handled: it may hold an order twice. */
final class KnownOrders
{
    /** @param array<string, OrderRow> $rows by order id */
    private function __construct(
        private array $rows,
        /** @var array<string, list<string>> ids of the events that are not made again, by order id */
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
     * For orders of which everything is sent again: their events are made with the dates that they had first.
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
