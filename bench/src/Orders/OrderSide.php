<?php

declare(strict_types=1);

namespace Aco\Bench\Orders;

use Aco\Bench\Reference\MappingFailure;
use Aco\Bench\Reference\OrderMapper as ReferenceMapper;
use Aco\Exception\MappingException;
use Aco\Experience\OrderMapper;

/**
 * One of the two that are compared: the extension or the reference in PHP.
 */
enum OrderSide: string
{
    case Ours = 'ours';
    case Reference = 'reference';

    public function mapper(): OrderMapper|ReferenceMapper
    {
        return $this === self::Ours ? new OrderMapper(\settings()) : new ReferenceMapper(\ENVIRONMENT);
    }

    /**
     * @param array<string, mixed> $order
     * @param array<mixed> $sent what sent() has made
     * @return list<object> none for an order that is refused
     */
    public function events(OrderMapper|ReferenceMapper $mapper, array $order, array $sent): array
    {
        try {
            return $mapper->map($order, $sent);
        } catch (MappingFailure | MappingException) {
            return [];
        }
    }

    /**
     * The ids of events in the form that the mapper takes.
     *
     * @param list<object> $events
     * @return array<mixed>
     */
    public function sent(array $events): array
    {
        $ids = array_column($events, 'id');

        return $this === self::Ours ? $ids : array_fill_keys($ids, true);
    }

    /**
     * @param array<string, mixed> $order
     * @return list<array<string, string>>
     */
    public function outcome(OrderMapper|ReferenceMapper $mapper, array $order): array
    {
        return array_map(static fn (object $event): array => [
            'id' => $event->id,
            'type' => $event->type,
            'orderId' => $event->orderId,
            'websiteCode' => $event->websiteCode,
            'timestamp' => $event->timestamp,
            'json' => (string) $event,
        ], $this->events($mapper, $order, []));
    }
}
