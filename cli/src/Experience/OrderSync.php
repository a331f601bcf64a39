<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Source\BadLine;
use Aco\Cli\Source\SourceException;
use Aco\Cli\Store\Leftovers;
use Aco\Cli\Store\Status;
use Aco\Exception\MappingException;
use Aco\Experience\EdgeClient;
use Aco\Experience\Event;
use Aco\Experience\OrderMapper;
use Aco\Experience\Settings;

/** Takes orders through suppression, comparison, mapping, table and client. */
final class OrderSync
{
    private const CHUNK_ORDERS = 200;
    private const MAX_ID_LENGTH = 64;
    private const MAX_DATE_LENGTH = 40;
    private const SECONDS_A_DAY = 86400;

    private readonly EventDelivery $delivery;
    /** Unix time before which orders are no longer kept, 0: they all are. */
    private readonly int $keptSince;

    public function __construct(
        private readonly OrderPlan $plan,
        private readonly Settings $settings,
        private readonly OrderMapper $mapper,
        private readonly SuppressionList $suppressed,
        private readonly EventStore $store,
        EdgeClient $client,
        private readonly int $retentionDays,
        /** @var iterable<array<string, mixed>> orders that were deleted: what waits of them is not sent any more */
        private readonly iterable $deletedOrders = [],
        public readonly OrderReport $report = new OrderReport(),
    ) {
        $this->delivery = new EventDelivery($settings, $store, $client, $this->report);
        $this->keptSince = $retentionDays > 0 ? time() - $retentionDays * self::SECONDS_A_DAY : 0;
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

        if ($this->retentionDays > 0) {
            $this->report->removed = $this->store->removeOrders(gmdate('Y-m-d H:i:s', $this->keptSince));
        }

        $this->report->seconds = microtime(true) - $start;

        return $this->report;
    }

    /** Forgets what earlier runs have left of orders that were deleted since. */
    private function withdraw(): void
    {
        if ($this->store->undelivered(Leftovers::All)->count() === 0) {
            return;
        }

        $ids = [];

        foreach ($this->deletedOrders as $order) {
            $ids[] = self::orderId($order);
            if (count($ids) === EventStore::LOOKUP_LIMIT) {
                $this->report->forgotten += $this->store->withdraw($ids);
                $ids = [];
            }
        }

        $this->report->forgotten += $this->store->withdraw($ids);
    }

    /** Sends what earlier runs have left, unless it must not be sent any more. */
    private function resume(): void
    {
        foreach ($this->store->undelivered($this->plan->leftovers)->pages(EventStore::PAGE) as $ids) {
            $forgotten = [];

            foreach ($this->store->events($ids) as [$event, $attempts]) {
                if ($this->isUnwanted($event)) {
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

    private function isUnwanted(Event $event): bool
    {
        if (!$this->settings->backOfficeEvents($event->websiteCode === '' ? null : $event->websiteCode)) {
            return true;
        }

        return !$this->suppressed->isEmpty()
            && $this->suppressed->has($event->jsonSerialize()['xdm']['personalEmail']['address'] ?? '');
    }

    private function read(OrderSource $source): void
    {
        $chunk = [];

        try {
            foreach ($source->items() as $item) {
                $this->report->read++;

                if ($item instanceof BadLine) {
                    $this->report->addBadLine($item);
                } elseif ($this->isWanted($item)) {
                    $chunk[] = $item;
                    if (count($chunk) >= self::CHUNK_ORDERS) {
                        $this->handle($chunk);
                        $chunk = [];
                    }
                }
            }
        } catch (SourceException $e) {
            $this->report->inputError = $e->getMessage();
        }

        $this->handle($chunk);
    }

    /** @param array<string, mixed> $order */
    private function isWanted(array $order): bool
    {
        $email = $order['customerEmail'] ?? '';
        $website = $order['websiteCode'] ?? null;
        $counter = match (true) {
            !empty($order['deleted']) => 'deleted',
            is_string($email) && $this->suppressed->has($email) => 'suppressed',
            !$this->settings->backOfficeEvents(is_scalar($website) && $website !== '' ? (string) $website : null)
                => 'switchedOff',
            $this->plan->history !== null => $this->plan->history->has($order['createdAt'] ?? null) ? null : 'outside',
            $this->keptSince > 0 && self::changedAt($order) < $this->keptSince => 'tooOld',
            default => null,
        };

        if ($counter !== null) {
            $this->report->$counter++;
        }

        return $counter === null;
    }

    /**
     * Maps a chunk, and writes what is new before it is sent.
     *
     * @param list<array<string, mixed>> $chunk
     */
    private function handle(array $chunk): void
    {
        if ($chunk === []) {
            return;
        }

        $ids = array_map(self::orderId(...), $chunk);
        $distinct = array_values(array_unique($ids));
        $known = $this->plan->history === null ? $this->store->sentIds($distinct) : [];
        $first = $this->plan->history === null ? [] : $this->store->firstSent($distinct);
        $rows = $this->store->orders($distinct);
        $stored = $events = [];

        foreach ($chunk as $n => $order) {
            $changedAt = gmdate('Y-m-d H:i:s', self::changedAt($order));
            [$rowChangedAt, $rowStatus] = $rows[$ids[$n]] ?? ['', Status::DELIVERED];
            if ($rowStatus === Status::REJECTED && $rowChangedAt === $changedAt && $this->plan->history === null) {
                $this->report->unchanged++;
                $this->report->unchangedRefused++;
                continue;
            }

            try {
                $new = $this->mapper->map($order, $known[$ids[$n]] ?? [], $first[$ids[$n]] ?? []);
                $error = null;
            } catch (MappingException $e) {
                $new = [];
                $error = "{$e->field} {$e->reason}";
                $this->refuse($order, $e);
            }

            if ($ids[$n] === '' || strlen($ids[$n]) > self::MAX_ID_LENGTH) {
                continue;
            }

            foreach ($new as $event) {
                // The same order may come again in this chunk.
                $known[$ids[$n]][] = $event->id;
                $events[] = $event;
            }

            $this->report->unchanged += $new === [] && $error === null ? 1 : 0;
            // How long a row is kept goes by the latest change, also by one that brings no event.
            if ($new !== [] || $error !== null || $rowStatus === Status::REJECTED || $changedAt > $rowChangedAt) {
                $rows[$ids[$n]] = [max($changedAt, $rowChangedAt), $error === null ? Status::DELIVERED : Status::REJECTED];
                $stored[] = new StoredOrder(
                    $ids[$n],
                    $rows[$ids[$n]][0],
                    $new,
                    $error,
                    self::updatedAt($order),
                    $first[$ids[$n]] ?? [],
                );
            }
        }

        foreach ($stored === [] ? [] : $this->store->stage($stored) as $position => $reason) {
            $this->refuseUnstored($stored[$position], $reason);
            $events = array_filter(
                $events,
                static fn (Event $event): bool => !in_array($event, $stored[$position]->events, true),
            );
        }

        foreach ($events as $event) {
            $this->report->addEvent($event);
            $this->delivery->push($event, 0);
        }
    }

    /** @param array<string, mixed> $order */
    private function refuse(array $order, MappingException $e): void
    {
        $this->report->refused++;
        $this->report->failures->add(
            static fn (): string => 'order ' . (is_scalar($order['commerceOrderId'] ?? null) ? $order['commerceOrderId'] : '?'),
            $e->field,
            "{$e->field} {$e->reason}",
        );
    }

    /** The failure of one order: nothing of it is sent, and the next run tries again. */
    private function refuseUnstored(StoredOrder $order, string $reason): void
    {
        $this->report->refused++;
        $this->report->failures->add(
            static fn (): string => "order $order->orderId",
            null,
            "the database does not take it: $reason",
        );
    }

    /**
     * As the mapper has it.
     *
     * @param array<string, mixed> $order
     */
    private static function orderId(array $order): string
    {
        $uuid = is_array($order['orderId'] ?? null) ? $order['orderId']['id'] ?? null : null;
        $id = $uuid === null || $uuid === '' ? $order['commerceOrderId'] ?? '' : $uuid;

        return is_scalar($id) ? (string) $id : '';
    }

    /** @param array<string, mixed> $order */
    private static function updatedAt(array $order): ?string
    {
        $text = $order['updatedAt'] ?? null;

        return is_string($text) && strlen($text) <= self::MAX_DATE_LENGTH ? $text : null;
    }

    /**
     * Unix time; now when it is not known.
     *
     * @param array<string, mixed> $order
     */
    private static function changedAt(array $order): int
    {
        $text = $order['updatedAt'] ?? $order['createdAt'] ?? null;
        $time = is_string($text) ? strtotime($text) : false;

        return $time === false ? time() : $time;
    }
}
