<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Source\BadLine;
use Aco\Cli\Source\SourceException;
use Aco\Cli\Store\Leftovers;

/** Syncs customers: filters, maps, stores and sends their events, beside those of orders, and their profile records. */
final class CustomerSync
{
    private const CHUNK = 200;

    public function __construct(
        private readonly OrderSource $source,
        private readonly OrderFilter $filter,
        /** Null while events are off. */
        private readonly ?CustomerMapper $mapper,
        private readonly EventStore $store,
        private readonly EventDelivery $delivery,
        private readonly ProfileMapper $profiles,
        /** Null while records are off. */
        private readonly ?ProfileDelivery $records,
        /** That the deliveries write to as well. */
        private readonly OrderReport $report,
    ) {
    }

    public function run(): OrderReport
    {
        $start = microtime(true);
        $chunk = [];

        try {
            foreach ($this->source->items() as $place => $item) {
                $this->report->read++;
                if ($item instanceof BadLine) {
                    $this->report->addBadLine($item);
                    continue;
                }

                $chunk[$place] = $item;
                if (count($chunk) === self::CHUNK) {
                    $this->handle($chunk);
                    $chunk = [];
                }
            }
        } catch (SourceException $e) {
            $this->report->inputError = $e->getMessage();
        }

        $this->handle($chunk);
        $this->records?->resume(Leftovers::All, $this->filter->allowsShopper(...));
        $this->delivery->finish();
        $this->report->seconds = microtime(true) - $start;

        return $this->report;
    }

    /** @param array<string, array<string, mixed>> $customers by their places */
    private function handle(array $customers): void
    {
        $ids = array_map(self::id(...), $customers);
        $sent = $ids === [] ? [] : $this->store->sentIds(array_values(array_unique($ids)));
        $orders = [];
        $records = [];
        $dropped = [];

        foreach ($customers as $place => $customer) {
            $id = $ids[$place];
            try {
                $snapshot = self::snapshot($customer, $id);
                $reason = $this->filter->reason($snapshot);
                if ($reason !== null) {
                    $this->report->$reason++;
                    $dropped[$id] = $id;
                    continue;
                }

                $order = $this->events($customer, $snapshot, $sent[$id] ?? []);
                if ($this->records !== null && !CustomerFields::isDeleted($customer)) {
                    $records[] = $this->profiles->map($customer);
                } else {
                    $dropped[$id] = $id;
                }
            } catch (InvalidCustomer $e) {
                $this->refuse("$id ($place)", $e->field, $e->getMessage());
                continue;
            }

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

        $this->records?->take($records);
        $this->records?->drop(array_values($dropped));
    }

    /**
     * @param array<string, mixed> $customer
     * @throws InvalidCustomer
     */
    private static function snapshot(array $customer, string $id): OrderSnapshot
    {
        return OrderSnapshot::of([
            'orderId' => ['id' => $id],
            'customerEmail' => CustomerFields::email($customer),
            'updatedAt' => $customer['updated_at'] ?? $customer['updatedAt'] ?? null,
        ] + CustomerFields::scope($customer));
    }

    /**
     * @param array<string, mixed> $customer
     * @param list<string> $sentIds
     * @return ?StoredOrder null without new events
     * @throws InvalidCustomer
     */
    private function events(array $customer, OrderSnapshot $snapshot, array $sentIds): ?StoredOrder
    {
        if ($this->mapper === null) {
            return null;
        }

        $events = $this->mapper->map($customer, $sentIds);
        $this->report->unchanged += $events === [] ? 1 : 0;

        return $events === [] || !$snapshot->hasId()
            ? null
            : new StoredOrder($snapshot->id, $snapshot->changedAtUtc(), $events);
    }

    private function refuse(string $customer, ?string $field, string $message): void
    {
        $this->report->refused++;
        $this->report->failures->add(static fn (): string => $customer, $field, $message);
    }

    /** @param array<string, mixed> $customer */
    private static function id(array $customer): string
    {
        $id = $customer['id'] ?? $customer['entity_id'] ?? $customer['customerId'] ?? '';

        return CustomerMapper::orderId(is_scalar($id) ? substr((string) $id, 0, 50) : '');
    }
}
