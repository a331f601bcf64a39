<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\Sink;
use Aco\Cli\Store\Status;

/** Writes to a sink what has changed. Killed at any moment, it goes on where it was, and repeats what was under way. */
final class ChangeDelivery
{
    /** Changes handed to the sink in one go. */
    private const PASS = 1000;

    /** @var array<int, PendingChange> by position in the pass */
    private array $underWay = [];
    /** @var array<int, true> asset rows whose products were written */
    private array $affected = [];

    /** @param ?\Closure(string, string, array<string, mixed>): void $log */
    public function __construct(
        private readonly ChangeQueue $queue,
        private readonly Sink $sink,
        private readonly Unit $unit,
        private readonly AssetSettlement $settlement,
        private readonly ?\Closure $log = null,
    ) {
    }

    /** Until nothing is left that could be written now. */
    public function run(): DeliveryResult
    {
        $result = new DeliveryResult();
        $start = (int) (microtime(true) * 1000);
        if ($this->unit === Unit::Product) {
            $this->settlement->settleAll();
        }
        do {
            $before = array_sum($result->data());
            // Never both at once: what overtakes the other would not be known.
            $this->pass(EventLedger::PRODUCT, $start, $result);
            if ($this->unit === Unit::Asset) {
                $this->pass(EventLedger::ASSET, $start, $result);
            } else {
                $this->settlement->settle(array_keys($this->affected));
                $this->affected = [];
            }
        } while (array_sum($result->data()) > $before);

        return $result;
    }

    private function pass(int $kind, int $failedBefore, DeliveryResult $result): void
    {
        $taken = $this->queue->take($kind, $failedBefore, self::PASS, $result);
        if (!$taken->valid()) {
            return;
        }
        $this->underWay = [];
        $submission = $this->sink->apply($this->handOut($taken), function (object $report) use ($result): void {
            $this->settle($report->results, $result);
        });
        $left = [];
        foreach ($submission->failedItems as $item) {
            if (isset($this->underWay[$item['position']])) {
                $left[] = $item;
            }
        }
        $this->settle($left, $result);
        $this->settle(array_map(static fn (int $position): array => [
            'position' => $position, 'status' => Status::TO_RETRY, 'message' => 'was not sent',
        ], array_keys($this->underWay)), $result);
    }

    /**
     * @param \Generator<PendingChange> $taken
     * @return \Generator<\Aco\Assets\AssetChange|\Aco\Assets\ProductChange>
     */
    private function handOut(\Generator $taken): \Generator
    {
        $position = 0;
        foreach ($taken as $pending) {
            $this->underWay[$position++] = $pending;
            yield $pending->change;
        }
    }

    /** @param list<array{position: int, status: int, message: string}> $items */
    private function settle(array $items, DeliveryResult $result): void
    {
        $outcomes = [];
        foreach ($items as $item) {
            $change = $this->underWay[$item['position']] ?? null;
            if ($change === null) {
                continue;
            }
            unset($this->underWay[$item['position']]);
            $outcomes[] = [$change, $item['status'], $item['message']];
            foreach ($change->sent as [$asset]) {
                if ($this->unit === Unit::Product) {
                    $this->affected[$asset] = true;
                }
            }
        }
        $this->queue->settle($outcomes);
        foreach ($outcomes as [$change, $status, $message]) {
            $this->note($change, $status, $message, $result);
        }
    }

    private function note(PendingChange $change, int $status, string $message, DeliveryResult $result): void
    {
        match ($status) {
            Status::DELIVERED => $result->delivered++,
            Status::REJECTED => $result->rejected++,
            default => $result->toRetry++,
        };
        if ($status !== Status::DELIVERED && $result->message === '') {
            $result->message = $message;
        }
        if ($this->log !== null) {
            ($this->log)(...ChangeEvents::of($change, $status, $message));
        }
    }
}
