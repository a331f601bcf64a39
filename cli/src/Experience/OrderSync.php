<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Source\BadLine;
use Aco\Cli\Source\SourceException;
use Aco\Cli\Store\Leftovers;
use Aco\Exception\MappingException;
use Aco\Experience\OrderMapper;

/** Syncs orders: filters, compares, maps, stores and sends them. */
final class OrderSync
{
    private const CHUNK_ORDERS = 200;

    public function __construct(
        private readonly OrderPlan $plan,
        private readonly OrderFilter $filter,
        private readonly OrderCompletion $completion,
        private readonly OrderMapper $mapper,
        private readonly EventStore $store,
        private readonly EventDelivery $delivery,
        /** @var iterable<array<string, mixed>> deleted orders, whose waiting events are not sent any more */
        private readonly iterable $deletedOrders,
        /** That the delivery writes to as well. */
        private readonly OrderReport $report,
    ) {
    }

    public function run(): OrderReport
    {
        $start = microtime(true);
        $this->withdraw();
        $this->resume();

        if ($this->plan->source !== null) {
            $this->read($this->plan->source);
        }

        $this->delivery->finish();

        if ($this->filter->keptSince > 0) {
            $this->report->removed = $this->store->removeOrders(gmdate('Y-m-d H:i:s', $this->filter->keptSince));
        }

        $this->report->seconds = microtime(true) - $start;

        return $this->report;
    }

    /** Forgets leftovers of orders that were deleted since. */
    private function withdraw(): void
    {
        if ($this->store->undelivered(Leftovers::All)->count() === 0) {
            return;
        }

        $ids = [];

        foreach ($this->deletedOrders as $order) {
            $ids[] = OrderSnapshot::of($order)->id;
            if (count($ids) === EventStore::LOOKUP_LIMIT) {
                $this->report->forgotten += $this->store->withdraw($ids);
                $ids = [];
            }
        }

        $this->report->forgotten += $this->store->withdraw($ids);
    }

    /** Sends the leftovers of earlier runs, except those that must not be sent any more. */
    private function resume(): void
    {
        foreach ($this->store->undelivered($this->plan->leftovers)->pages(EventStore::PAGE) as $ids) {
            if ($this->delivery->isStopped()) {
                // Of no use to read them: they only wait for the next run.
                $this->delivery->leave(count($ids));
                continue;
            }

            $forgotten = [];

            foreach ($this->store->events($ids) as [$event, $attempts]) {
                if (!$this->filter->allows($event)) {
                    $forgotten[] = $event->id;
                    continue;
                }

                $this->report->resumed++;
                $this->delivery->push($event, $attempts);
            }

            if ($forgotten !== []) {
                $this->store->forget($forgotten);
                $this->report->forgotten += count($forgotten);
            }
        }
    }

    private function read(OrderSource $source): void
    {
        $chunk = [];

        try {
            foreach ($this->wanted($source) as $snapshot) {
                $chunk[] = $snapshot;
                if (count($chunk) >= self::CHUNK_ORDERS) {
                    $this->handle($chunk);
                    $chunk = [];
                }
            }
        } catch (SourceException $e) {
            $this->report->inputError = $e->getMessage();
        }

        $this->handle($chunk);
    }

    /** @return \Generator<OrderSnapshot> */
    private function wanted(OrderSource $source): \Generator
    {
        foreach ($source->items() as $place => $item) {
            $this->report->read++;

            if ($item instanceof BadLine) {
                $this->report->addBadLine($item);
                continue;
            }

            $snapshot = OrderSnapshot::of($item, $place);
            $reason = $this->filter->reason($snapshot);

            if ($reason === null) {
                yield $snapshot;
            } else {
                $this->report->$reason++;
            }
        }
    }

    /**
     * Maps a chunk, and stores what is new before it is sent.
     *
     * @param list<OrderSnapshot> $chunk
     */
    private function handle(array $chunk): void
    {
        if ($chunk === []) {
            return;
        }

        $ids = array_values(array_unique(array_column($chunk, 'id')));
        $known = $this->plan->history === null
            ? KnownOrders::read($this->store, $ids)
            : KnownOrders::readForHistory($this->store, $ids);
        $orders = array_values(array_filter(array_map(
            fn (OrderSnapshot $snapshot): ?StoredOrder => $this->map($snapshot, $known),
            $chunk,
        )));

        foreach ($orders === [] ? [] : $this->store->stage($orders) as $position => $reason) {
            $this->refuseUnstored($orders[$position], $reason);
            unset($orders[$position]);
        }

        foreach (array_merge(...array_column($orders, 'events')) as $event) {
            $this->report->addEvent($event);
            $this->delivery->push($event, 0);
        }
    }

    /** What has to be stored of an order; null if nothing. */
    private function map(OrderSnapshot $snapshot, KnownOrders $known): ?StoredOrder
    {
        $id = $snapshot->id;
        $row = $known->row($id);
        $changedAt = $snapshot->changedAtUtc();
        if ($this->plan->history === null && OrderDecision::isStillRefused($changedAt, $row)) {
            $this->report->unchanged++;
            $this->report->unchangedRefused++;

            return null;
        }

        $error = null;

        try {
            $events = $this->mapper->map(
                $this->completion->complete($snapshot->order),
                $known->events($id),
                $known->firstSent($id),
            );
        } catch (MappingException $e) {
            $events = [];
            $error = "{$e->field} {$e->reason}";
            $this->report->refused++;
            $this->report->failures->add($snapshot->label(...), $e->field, $error);
        }

        $decision = OrderDecision::of($snapshot->hasId(), $changedAt, $error !== null, $events !== [], $row);
        if (in_array($decision, [OrderDecision::Unchanged, OrderDecision::Renew], true)) {
            $this->report->unchanged++;
        }
        if (in_array($decision, [OrderDecision::Unchanged, OrderDecision::Skip], true)) {
            return null;
        }

        $changedAt = max($changedAt, $row->changedAt ?? '');
        $order = new StoredOrder(
            $id,
            $changedAt,
            $events,
            $error,
            $snapshot->updatedAt(),
            $known->firstSent($id),
            $snapshot->number(),
        );
        $known->add($order);

        return $order;
    }

    /** Reports an order that the database rejects; the next run tries again. */
    private function refuseUnstored(StoredOrder $order, string $reason): void
    {
        $this->report->refused++;
        $this->report->failures->add(
            static fn (): string => 'order ' . ($order->number ?? $order->orderId),
            null,
            "the database rejects it: $reason",
        );
    }
}
