<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Experience;

use Aco\CommerceOptimizer\Model\Backoff;
use Aco\Exception\InvalidArgumentException;
use Aco\Experience\Event;
use Magento\Framework\App\ResourceConnection;
use Magento\Framework\DB\Adapter\AdapterInterface;

/**
 * The tables of orders and events. A row of an event holds its body until it is delivered or rejected, and its id for
 * ever: what was sent is never made again.
 */
class EventStore
{
    public const EVENTS = 'aco_experience_event';
    public const REFUSED = 'aco_experience_refused_order';

    private const PAGE = 100;
    private const MAX_ERROR_LENGTH = 2000;

    public function __construct(private readonly ResourceConnection $resources)
    {
    }

    /**
     * The dates of all events that are known of these orders, delivered or not: their own, and `updatedAt` of their
     * order.
     *
     * @param list<string> $orderIds
     *
     * @return array<string, array<string, array{string, ?string}>> by order id and event id
     */
    public function known(array $orderIds): array
    {
        $select = $this->connection()->select()
            ->from($this->events(), ['order_id', 'event_id', 'happened_at', 'order_updated_at'])
            ->where('order_id IN (?)', $orderIds);
        $dates = [];
        foreach ($this->connection()->fetchAll($select) as $row) {
            $dates[(string) $row['order_id']][(string) $row['event_id']] = [
                (string) $row['happened_at'],
                $row['order_updated_at'],
            ];
        }

        return $dates;
    }

    /**
     * Writes events before they are sent, in one transaction.
     *
     * @param list<StagedOrder> $orders
     */
    public function stage(array $orders): void
    {
        $rows = [];
        foreach ($orders as $order) {
            foreach ($order->events as $event) {
                $rows[] = self::row($order, $event);
            }
        }
        $this->inTransaction(function () use ($orders, $rows): void {
            $ids = array_column($orders, 'orderId');
            if ($ids !== []) {
                $this->connection()->delete($this->refused(), ['order_id IN (?)' => $ids]);
            }
            foreach (array_chunk($rows, self::PAGE) as $page) {
                $this->connection()->insertOnDuplicate($this->events(), $page);
            }
        });
    }

    /** Keeps why an order gave no events, until it does. */
    public function refuse(string $orderId, string $reason): void
    {
        $this
            ->connection()
            ->insertOnDuplicate($this->refused(), ['order_id' => $orderId, 'errors' => self::storable($reason)]);
    }

    /**
     * The events that wait and are due, in the order in which they were written.
     *
     * @return \Generator<array{Event, int}> each with the attempts so far
     */
    public function due(): \Generator
    {
        $last = 0;
        do {
            $page = $this->connection()->fetchAll($this->connection()->select()
                ->from($this->events())
                ->where('id > ?', $last)
                ->where('status = ?', EventState::ToSend->value)
                ->orWhere('id > ? AND status = ' . EventState::ToRetry->value . ' AND due_at <= NOW()', $last)
                ->order('id')
                ->limit(self::PAGE));
            foreach ($page as $row) {
                $last = (int) $row['id'];
                $event = $this->event($row);
                if ($event !== null) {
                    yield [$event, (int) $row['attempts']];
                }
            }
        } while (count($page) === self::PAGE);
    }

    /**
     * @param array<string, array{state: EventState, error: string, requestId: string, attempts: int}> $outcomes by
     *      event id
     */
    public function settle(array $outcomes): void
    {
        if ($outcomes === []) {
            return;
        }

        $this->inTransaction(function () use ($outcomes): void {
            foreach ($outcomes as $id => [
                'state' => $state, 'error' => $error, 'requestId' => $request, 'attempts' => $attempts,
            ]) {
                $values = [
                    'status' => $state->value,
                    'errors' => $error === '' ? null : self::storable($error),
                    'request_id' => $request,
                    'attempts' => $attempts,
                    // Without a response it is the service that has failed, not the event.
                    'due_at' => $attempts === 0 ? date('Y-m-d H:i:s') : Backoff::dueAt($attempts, time()),
                ];
                $this->connection()->update(
                    $this->events(),
                    $values + ($state->isFinal() ? ['payload' => null] : []),
                    ['event_id = ?' => (string) $id],
                );
            }
        });
    }

    /**
     * Forgets events that must not be sent any more: the next change of their orders would bring them again.
     *
     * @param list<string> $eventIds
     */
    public function forget(array $eventIds): void
    {
        foreach (array_chunk($eventIds, self::PAGE) as $page) {
            $this->connection()->delete($this->events(), ['event_id IN (?)' => $page]);
        }
    }

    /** Forgets what was not delivered of an order that was deleted. */
    public function withdraw(string $orderId): int
    {
        $states = [EventState::ToSend->value, EventState::ToRetry->value];

        return $this->connection()->delete($this->events(), ['order_id = ?' => $orderId, 'status IN (?)' => $states]);
    }

    public function isEmpty(): bool
    {
        $select = $this->connection()->select()->from($this->events(), ['id'])->limit(1);

        return $this->connection()->fetchOne($select) === false;
    }

    /**
     * @return array{waiting: int, failed: int, delivered: int, rejected: int, refused: int} events, and orders that
     *      give none
     */
    public function counts(): array
    {
        $select = $this
            ->connection()
            ->select()
            ->from($this->events(), ['status', new \Zend_Db_Expr('COUNT(*)')])
            ->group('status');
        $rows = $this->connection()->fetchPairs($select);
        $count = static fn (EventState $state): int => (int) ($rows[$state->value] ?? 0);
        $refused = $this->connection()->select()->from($this->refused(), [new \Zend_Db_Expr('COUNT(*)')]);

        return [
            'waiting' => $count(EventState::ToSend),
            'failed' => $count(EventState::ToRetry),
            'delivered' => $count(EventState::Delivered),
            'rejected' => $count(EventState::Rejected),
            'refused' => (int) $this->connection()->fetchOne($refused),
        ];
    }

    /**
     * Null when the row was damaged: it is rejected, so that the others go.
     *
     * @param array<string, ?string> $row
     */
    private function event(array $row): ?Event
    {
        $id = (string) $row['event_id'];
        try {
            return Event::fromJson(
                $id,
                (string) $row['type'],
                (string) $row['order_id'],
                (string) $row['website'],
                (string) $row['happened_at'],
                (string) $row['payload'],
            );
        } catch (InvalidArgumentException $e) {
            $error = "The stored event is damaged: {$e->getMessage()}";
            $this->settle([$id => [
                'state' => EventState::Rejected, 'error' => $error, 'requestId' => '', 'attempts' => 0,
            ]]);

            return null;
        }
    }

    /** @return array<string, string|int|null> */
    private static function row(StagedOrder $order, Event $event): array
    {
        return [
            'event_id' => $event->id,
            'order_id' => $event->orderId,
            'type' => $event->type,
            'website' => $event->websiteCode,
            'happened_at' => $event->timestamp,
            'order_updated_at' => $order->firstSent[$event->id][1] ?? $order->updatedAt,
            'status' => EventState::ToSend->value,
            'payload' => self::ascii((string) $event),
            'errors' => null,
            'attempts' => 0,
        ];
    }

    /** The same JSON in ASCII: tables of older releases lose characters beyond three bytes. */
    private static function ascii(string $json): string
    {
        return preg_replace_callback(
            '/[^\x00-\x7f]+/',
            static fn (array $match): string => substr(json_encode($match[0], JSON_THROW_ON_ERROR), 1, -1),
            $json,
        ) ?? throw new \UnexpectedValueException('An event cannot be written.');
    }

    private static function storable(string $text): string
    {
        return mb_strcut(mb_scrub(PersonalData::redact($text), 'UTF-8'), 0, self::MAX_ERROR_LENGTH, 'UTF-8');
    }

    /** @param \Closure(): void $write */
    private function inTransaction(\Closure $write): void
    {
        $this->connection()->beginTransaction();
        try {
            $write();
            $this->connection()->commit();
        } catch (\Throwable $e) {
            $this->connection()->rollBack();
            throw $e;
        }
    }

    private function connection(): AdapterInterface
    {
        return $this->resources->getConnection();
    }

    private function events(): string
    {
        return $this->resources->getTableName(self::EVENTS);
    }

    private function refused(): string
    {
        return $this->resources->getTableName(self::REFUSED);
    }
}
