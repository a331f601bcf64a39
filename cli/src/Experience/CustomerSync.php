<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Source\BadLine;
use Aco\Cli\Source\SourceException;

/** Syncs customers: filters, maps, stores and sends their events, beside those of orders. */
final class CustomerSync
{
    private const CHUNK = 200;

    public function __construct(
        private readonly OrderSource $source,
        private readonly OrderFilter $filter,
        private readonly CustomerMapper $mapper,
        private readonly EventStore $store,
        private readonly EventDelivery $delivery,
        /** That the delivery writes to as well. */
        private readonly OrderReport $report,
    ) {
    }

    public function run(): OrderReport
    {
        $start = microtime(true);
        $chunk = [];

        try {
            foreach ($this->source->items() as $item) {
                $this->report->read++;
                if ($item instanceof BadLine) {
                    $this->report->addBadLine($item);
                    continue;
                }

                $chunk[] = $item;
                if (count($chunk) === self::CHUNK) {
                    $this->handle($chunk);
                    $chunk = [];
                }
            }
        } catch (SourceException $e) {
            $this->report->inputError = $e->getMessage();
        }

        $this->handle($chunk);
        $this->delivery->finish();
        $this->report->seconds = microtime(true) - $start;

        return $this->report;
    }

    /** @param list<array<string, mixed>> $customers */
    private function handle(array $customers): void
    {
        $ids = array_map(self::id(...), $customers);
        $sent = $ids === [] ? [] : $this->store->sentIds(array_values(array_unique($ids)));
        $orders = [];

        foreach ($customers as $position => $customer) {
            $order = $this->map($customer, $ids[$position], $sent[$ids[$position]] ?? []);
            if ($order !== null) {
                $orders[] = $order;
                foreach ($order->events as $event) {
                    $sent[$order->orderId][] = $event->id;
                }
            }
        }

        foreach ($orders === [] ? [] : $this->store->stage($orders) as $position => $reason) {
            $this->refuse($orders[$position]->orderId, null, "the database rejects it: $reason");
            unset($orders[$position]);
        }

        foreach (array_merge([], ...array_column($orders, 'events')) as $event) {
            $this->report->addEvent($event);
            $this->delivery->push($event, 0);
        }
    }

    /**
     * @param array<string, mixed> $customer
     * @param list<string> $sentIds
     */
    private function map(array $customer, string $id, array $sentIds): ?StoredOrder
    {
        try {
            $snapshot = OrderSnapshot::of([
                'orderId' => ['id' => $id],
                'customerEmail' => CustomerMapper::email($customer),
                'updatedAt' => $customer['updated_at'] ?? $customer['updatedAt'] ?? null,
            ] + CustomerMapper::scope($customer));
            $reason = $this->filter->reason($snapshot);
            if ($reason !== null) {
                $this->report->$reason++;

                return null;
            }

            $events = $this->mapper->map($customer, $sentIds);
        } catch (InvalidCustomer $e) {
            $this->refuse($id, $e->field, $e->getMessage());

            return null;
        }

        $this->report->unchanged += $events === [] ? 1 : 0;

        return $events === [] || !$snapshot->hasId() ? null : new StoredOrder($id, $snapshot->changedAtUtc(), $events);
    }

    private function refuse(string $id, ?string $field, string $message): void
    {
        $this->report->refused++;
        $this->report->failures->add(static fn (): string => $id, $field, $message);
    }

    /** @param array<string, mixed> $customer */
    private static function id(array $customer): string
    {
        $id = $customer['id'] ?? $customer['entity_id'] ?? $customer['customerId'] ?? '';

        return CustomerMapper::orderId(is_scalar($id) ? substr((string) $id, 0, 50) : '');
    }
}
