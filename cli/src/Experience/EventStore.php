<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Store\Database;
use Aco\Cli\Store\Leftovers;
use Aco\Cli\Store\RowList;
use Aco\Cli\Store\Status;
use Aco\Cli\Sync\Metadata;
use Aco\Experience\Event;

/** The tables of orders and events: what was sent, and what has to be sent. */
final class EventStore
{
    /** Maximum number of orders in one sentIds(). */
    public const LOOKUP_LIMIT = 500;
    /** Events read at once, with their bodies. */
    public const PAGE = 100;
    private const MAX_ERROR_LENGTH = 2000;
    private const NUMBER = 'SELECT order_number FROM ' . EventTables::ORDERS . ' o WHERE o.order_id = e.order_id';

    public function __construct(private readonly Database $database)
    {
    }

    /**
     * The ids of all events of the orders that are known, delivered or not.
     *
     * @param list<string> $orderIds
     * @return array<string, list<string>> by order id
     */
    public function sentIds(array $orderIds): array
    {
        return $this->database->read(function () use ($orderIds): array {
            $rows = $this->database->execute(
                'SELECT order_id, event_id FROM ' . EventTables::EVENTS . ' WHERE order_id IN ('
                . Database::placeholders(self::LOOKUP_LIMIT) . ')',
                array_pad($orderIds, self::LOOKUP_LIMIT, null),
            )->fetchAll();
            $ids = [];

            foreach ($rows as [$orderId, $eventId]) {
                $ids[$orderId][] = $eventId;
            }

            return $ids;
        });
    }

    /**
     * The dates with which events were made first: their own, and `updatedAt` of their order.
     *
     * @param list<string> $orderIds
     * @return array<string, array<string, array{string, ?string}>> by order id and event id
     */
    public function firstSent(array $orderIds): array
    {
        return $this->database->read(function () use ($orderIds): array {
            $rows = $this->database->execute(
                'SELECT order_id, event_id, happened_at, order_updated_at FROM ' . EventTables::EVENTS
                . ' WHERE order_id IN (' . Database::placeholders(self::LOOKUP_LIMIT) . ')',
                array_pad($orderIds, self::LOOKUP_LIMIT, null),
            )->fetchAll();
            $dates = [];

            foreach ($rows as [$orderId, $eventId, $happenedAt, $updatedAt]) {
                $dates[$orderId][$eventId] = [$happenedAt, $updatedAt];
            }

            return $dates;
        });
    }

    /**
     * @param list<string> $orderIds
     * @return array<string, OrderRow> those that are known, by order id
     */
    public function orders(array $orderIds): array
    {
        return $this->database->read(function () use ($orderIds): array {
            $rows = $this->database->execute(
                'SELECT order_id, changed_at, status FROM ' . EventTables::ORDERS . ' WHERE order_id IN ('
                . Database::placeholders(self::LOOKUP_LIMIT) . ')',
                array_pad($orderIds, self::LOOKUP_LIMIT, null),
            )->fetchAll();
            $orders = [];

            foreach ($rows as [$orderId, $changedAt, $status]) {
                $orders[$orderId] = new OrderRow($changedAt, (int) $status === Status::REJECTED);
            }

            return $orders;
        });
    }

    /**
     * Writes orders and their new events before these are sent, in one transaction.
     *
     * @param list<StoredOrder> $orders
     * @return array<int, string> why the database does not take orders, by their positions
     */
    public function stage(array $orders): array
    {
        $putOrder = $this->database->upsert(
            EventTables::ORDERS,
            ['order_id', 'order_number', 'changed_at', 'status', 'errors', 'modified_at'],
            ['order_id'],
        );
        $columns = [
            'event_id', 'order_id', 'type', 'website', 'happened_at', 'order_updated_at', 'status', 'payload', 'errors',
            'metadata', 'modified_at',
        ];
        $putEvent = $this->database->upsert(EventTables::EVENTS, $columns, ['event_id']);
        $now = Database::now();

        $write = function (StoredOrder $order) use ($putOrder, $putEvent, $now): void {
            $status = $order->error === null ? Status::DELIVERED : Status::REJECTED;
            $this->database->execute(
                $putOrder,
                [$order->orderId, $order->number, $order->changedAt, $status, self::storable($order->error), $now],
            );

            foreach ($order->events as $event) {
                $this->database->execute($putEvent, [
                    $event->id, $event->orderId, $event->type, $event->websiteCode, $event->timestamp,
                    $order->firstSent[$event->id][1] ?? $order->updatedAt,
                    Status::TO_SEND, (string) $event, null, null, $now,
                ]);
            }
        };

        return $this->database->writeEach($orders, static function (array $orders) use ($write): void {
            array_map($write, $orders);
        });
    }

    /**
     * Writes the results of events, in one transaction. Final results drop the body.
     *
     * @param list<EventOutcome> $outcomes
     */
    public function settle(array $outcomes): void
    {
        if ($outcomes === []) {
            return;
        }

        $this->database->transaction(function () use ($outcomes): void {
            $set = 'UPDATE ' . EventTables::EVENTS . ' SET status = ?, errors = ?, metadata = ?, modified_at = ?';
            $now = Database::now();

            foreach ($outcomes as $outcome) {
                $this->database->execute(
                    $set . (Status::isFinal($outcome->status) ? ', payload = NULL' : '') . ' WHERE event_id = ?',
                    [$outcome->status, self::storable($outcome->error), $outcome->metadata, $now, $outcome->eventId],
                );
            }
        });
    }

    /** Numbers of the events that are not delivered, in the order in which they were written. */
    public function undelivered(Leftovers $leftovers): RowList
    {
        return $this->database->read(function () use ($leftovers): RowList {
            $due = ' AND (status = ' . Status::TO_SEND . " OR {$leftovers->condition()})";
            $list = new RowList();
            $list->add($this->database->execute(
                'SELECT id FROM ' . EventTables::EVENTS . ' WHERE ' . Status::undelivered() . "$due ORDER BY id"
            )->fetchAll(\PDO::FETCH_COLUMN));

            return $list;
        });
    }

    /**
     * @param list<int> $ids at most PAGE row numbers
     * @return \Generator<array{Event, int}> the events that still wait, each with the attempts so far
     */
    public function events(array $ids): \Generator
    {
        $rows = $this->database->read(fn (): array => $this->database->execute(
            'SELECT event_id, type, order_id, website, happened_at, payload, metadata FROM ' . EventTables::EVENTS
            . ' WHERE payload IS NOT NULL AND id IN (' . Database::placeholders(self::PAGE) . ') ORDER BY id',
            array_pad($ids, self::PAGE, null),
        )->fetchAll());

        foreach ($rows as $row) {
            yield [
                Event::fromJson($row[0], $row[1], $row[2], $row[3], $row[4], $row[5]),
                Metadata::attempts($row[6]),
            ];
        }
    }

    /**
     * Forgets the events of orders that were not delivered.
     *
     * @param list<string> $orderIds
     * @return int events
     */
    public function withdraw(array $orderIds): int
    {
        return $this->database->transaction(function () use ($orderIds): int {
            $events = 0;

            foreach (array_chunk($orderIds, self::LOOKUP_LIMIT) as $chunk) {
                $events += $this->database->execute(
                    'DELETE FROM ' . EventTables::EVENTS . ' WHERE ' . Status::undelivered() . ' AND order_id IN ('
                    . Database::placeholders(self::LOOKUP_LIMIT) . ')',
                    array_pad($chunk, self::LOOKUP_LIMIT, null),
                )->rowCount();
            }

            return $events;
        });
    }

    /**
     * Forgets events that must not be sent; the next snapshot of their orders would bring them again.
     *
     * @param list<string> $eventIds
     */
    public function forget(array $eventIds): void
    {
        $this->database->transaction(function () use ($eventIds): void {
            foreach (array_chunk($eventIds, self::PAGE) as $chunk) {
                $this->database->execute(
                    'DELETE FROM ' . EventTables::EVENTS . ' WHERE event_id IN ('
                    . Database::placeholders(self::PAGE) . ')',
                    array_pad($chunk, self::PAGE, null),
                );
            }
        });
    }

    /**
     * Deletes orders that have not changed since then and have no waiting events.
     *
     * @param string $before UTC
     * @return int orders
     */
    public function removeOrders(string $before): int
    {
        $waits = 'SELECT 1 FROM ' . EventTables::EVENTS . ' e WHERE e.order_id = o.order_id AND '
            . Status::undelivered('e.status');
        $removed = 0;

        do {
            $ids = $this->database->read(fn (): array => $this->database->execute(
                'SELECT o.order_id FROM ' . EventTables::ORDERS . " o WHERE o.changed_at < ? AND NOT EXISTS ($waits)"
                . ' LIMIT ' . self::LOOKUP_LIMIT,
                [$before],
            )->fetchAll(\PDO::FETCH_COLUMN));
            $removed += count($ids);
            $this->database->transaction(function () use ($ids): void {
                foreach ([EventTables::EVENTS, EventTables::ORDERS] as $table) {
                    $this->database->execute(
                        "DELETE FROM $table WHERE order_id IN (" . Database::placeholders(self::LOOKUP_LIMIT) . ')',
                        array_pad($ids, self::LOOKUP_LIMIT, null),
                    );
                }
            });
        } while (count($ids) === self::LOOKUP_LIMIT);

        return $removed;
    }

    public function hasEvents(): bool
    {
        return $this->database->read(
            fn (): bool => $this->database->value('SELECT 1 FROM ' . EventTables::EVENTS . ' LIMIT 1') !== false
        );
    }

    /** @return list<array{website: string, type: string, status: int, events: int}> */
    public function counts(): array
    {
        return $this->database->read(fn (): array => array_map(
            static fn (array $row): array => [
                'website' => $row[0], 'type' => $row[1], 'status' => (int) $row[2], 'events' => (int) $row[3],
            ],
            $this->database->execute(
                'SELECT website, type, status, COUNT(*) FROM ' . EventTables::EVENTS
                . ' GROUP BY website, type, status ORDER BY website, type, status'
            )->fetchAll(),
        ));
    }

    /** @return array{orders: int, refused: int, oldestWaiting: ?string} */
    public function overview(): array
    {
        return $this->database->read(fn (): array => [
            'orders' => (int) $this->database->value(
                'SELECT COUNT(*) FROM ' . EventTables::ORDERS . " WHERE order_id NOT LIKE 'customer-%'"
            ),
            'refused' => (int) $this->database->value(
                'SELECT COUNT(*) FROM ' . EventTables::ORDERS . ' WHERE status = ' . Status::REJECTED
            ),
            'oldestWaiting' => $this->database->value(
                'SELECT MIN(modified_at) FROM ' . EventTables::EVENTS . ' WHERE ' . Status::undelivered()
            ) ?: null,
        ]);
    }

    /**
     * Failures: orders that could not be mapped, events that were rejected or wait for another attempt.
     *
     * @return \Generator<array{
     *     order: string, number: ?string, event: ?string, type: ?string, status: int, message: string
     * }>
     */
    public function failed(): \Generator
    {
        foreach ([
            'SELECT id, order_id, order_number, NULL, NULL, status, errors FROM ' . EventTables::ORDERS
                . ' WHERE status = ' . Status::REJECTED,
            'SELECT id, order_id, (' . self::NUMBER . '), event_id, type, status, errors FROM '
                . EventTables::EVENTS . ' e WHERE ('
                . Status::toRetry() . ' OR status = ' . Status::REJECTED . ')',
        ] as $select) {
            foreach ($this->database->pages($select, self::PAGE) as $row) {
                yield [
                    'order' => $row[1], 'number' => $row[2], 'event' => $row[3], 'type' => $row[4],
                    'status' => (int) $row[5], 'message' => (string) $row[6],
                ];
            }
        }
    }

    /** How an event is named to people: by its order's number and its own id. */
    public function label(string $eventId): string
    {
        $number = $this->database->read(fn (): mixed => $this->database->value(
            'SELECT (' . self::NUMBER . ') FROM ' . EventTables::EVENTS . ' e WHERE event_id = ?',
            [$eventId],
        ));

        return is_string($number) ? "event $eventId of order $number" : "event $eventId";
    }

    /** Valid UTF-8 of a length that the column takes, without personal data. */
    private static function storable(?string $text): ?string
    {
        return $text === null
            ? null
            : Database::storable(PersonalData::redact(substr($text, 0, self::MAX_ERROR_LENGTH)), PHP_INT_MAX);
    }
}
