<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Experience;

use Aco\Exception\MappingException;
use Aco\Experience\Event;
use Aco\Experience\OrderMapper;

/** Takes orders through mapping, table and client, once. */
class OrderRun
{
    private const CHUNK = 200;
    private const MAX_ID_LENGTH = 64;
    private const MAX_DATE_LENGTH = 40;

    /**
     * @param bool $again also what was sent before, with the same ids
     * @param ?EventDelivery $delivery null: nothing is stored and nothing is sent
     */
    public function __construct(
        private readonly OrderMapper $mapper,
        private readonly EventStore $store,
        private readonly ?EventDelivery $delivery,
        private readonly OrderReport $report,
        private readonly bool $again,
    ) {
    }

    /**
     * Forgets what waits of orders that were deleted.
     *
     * @param iterable<array<string, mixed>|null> $orders
     */
    public function withdraw(iterable $orders): void
    {
        foreach ($orders as $order) {
            $this->report->deleted++;
            $isStored = $order !== null && $this->delivery !== null;
            $this->report->forgotten += $isStored ? $this->store->withdraw(self::orderId($order)) : 0;
        }
    }

    /** Sends what earlier runs have left, unless its website was switched off since. */
    public function resume(): void
    {
        $unwanted = [];
        foreach ($this->store->due() as [$event, $attempts]) {
            if (!$this->isWanted($event->websiteCode)) {
                $unwanted[] = $event->id;
                continue;
            }
            $this->report->resumed++;
            $this->delivery?->push($event, $attempts);
        }

        $this->report->forgotten += count($unwanted);
        if ($this->delivery !== null) {
            $this->store->forget($unwanted);
        }
    }

    /** @param iterable<array<string, mixed>|null> $orders */
    public function take(iterable $orders): void
    {
        $chunk = [];
        foreach ($orders as $order) {
            $this->report->read++;
            if ($order === null) {
                $this->report->unreadable++;
            } elseif ($this->isToBeSent($order)) {
                $chunk[] = $order;
            }
            if (count($chunk) === self::CHUNK) {
                $this->handle($chunk);
                $chunk = [];
            }
        }

        $this->handle($chunk);
    }

    /** @param array<string, mixed> $order */
    private function isToBeSent(array $order): bool
    {
        $website = $order['websiteCode'] ?? null;
        $isWanted = $this->isWanted(is_scalar($website) ? (string) $website : '');
        $this->report->switchedOff += $isWanted ? 0 : 1;

        return $isWanted;
    }

    /** An order whose store view was deleted has no website and goes by the default scope. */
    private function isWanted(string $website): bool
    {
        return $this->mapper->settings->backOfficeEvents($website === '' ? null : $website);
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

        $known = $this->store->known(array_map(self::orderId(...), $chunk));
        $staged = [];
        foreach ($chunk as $order) {
            $staged[] = $this->stage($order, $known[self::orderId($order)] ?? []);
        }

        $staged = array_values(array_filter($staged));
        if ($this->delivery === null) {
            return;
        }
        $this->store->stage($staged);
        foreach ($staged as $order) {
            foreach ($order->events as $event) {
                $this->delivery->push($event, 0);
            }
        }
    }

    /**
     * @param array<string, mixed> $order
     * @param array<string, array{string, ?string}> $known
     */
    private function stage(array $order, array $known): ?StagedOrder
    {
        $id = self::orderId($order);
        try {
            $ids = array_map(strval(...), array_keys($known));
            $events = $this->again ? $this->mapper->map($order, [], $known) : $this->mapper->map($order, $ids);
        } catch (MappingException $e) {
            $this->refuse($id, "$e->field $e->reason");

            return null;
        }

        $this->report->events += count($events);
        $this->report->unchanged += $events === [] ? 1 : 0;
        $updatedAt = $order['updatedAt'] ?? null;
        $isDate = is_string($updatedAt) && strlen($updatedAt) <= self::MAX_DATE_LENGTH;

        return new StagedOrder($id, $events, $isDate ? $updatedAt : null, $known);
    }

    private function refuse(string $orderId, string $reason): void
    {
        $this->report->refused++;
        $this->report->addProblem("Order $orderId: $reason");
        if ($this->delivery !== null && $orderId !== '' && strlen($orderId) <= self::MAX_ID_LENGTH) {
            $this->store->refuse($orderId, $reason);
        }
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
}
