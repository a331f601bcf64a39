<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\Sink;
use Aco\Cli\Store\Leftovers;
use Aco\Cli\Store\RowSet;
use Aco\Cli\Store\Status;

/** Writes changes to a sink. After a kill at any moment, the next run continues and repeats what was in flight. */
final class ChangeDelivery
{
    /** Changes handed to the sink at once; after a kill, at most that many are written again. */
    private const PASS = 250;

    /** @var list<PendingChange> by position in the pass */
    private array $inFlight = [];
    /** @var array<int, array{0: int, 1: string, 2: int}> status, message and time (in milliseconds) by position */
    private array $results = [];
    /** @var array<int, true> asset rows whose products were written */
    private array $affected = [];

    /** @var array<int, RowSet> by kind, what was handed to the sink in this run */
    private array $tried = [];

    /** @param ?\Closure(string, string, array<string, mixed>): void $log */
    public function __construct(
        private readonly ChangeQueue $queue,
        private readonly Sink $sink,
        private readonly Unit $unit,
        private readonly AssetSettlement $settlement,
        private readonly ?\Closure $log = null,
    ) {
    }

    /**
     * Runs until nothing is left that can be written now; failures are not retried in the same run.
     *
     * @param DeliveryResult $result to count in
     */
    public function run(
        Leftovers $leftovers = Leftovers::All,
        DeliveryResult $result = new DeliveryResult(),
    ): DeliveryResult {
        $until = $leftovers === Leftovers::All ? PHP_INT_MAX : (int) (microtime(true) * 1000);
        $this->tried = [EventLedger::ASSET => new RowSet(), EventLedger::PRODUCT => new RowSet()];
        if ($this->unit === Unit::Product) {
            $this->settlement->settleAll();
        }

        do {
            $before = array_sum($result->data());
            // Never both kinds at once, as their order would be unknown.
            $kinds = $this->unit === Unit::Asset ? [EventLedger::PRODUCT, EventLedger::ASSET] : [EventLedger::PRODUCT];
            foreach ($kinds as $kind) {
                $this->pass($kind, Status::TO_SEND, PHP_INT_MAX, $result);
                $this->pass($kind, Status::TO_RETRY, $until, $result);
            }

            $this->settlement->settle(array_keys($this->affected));
            $this->affected = [];
        } while (array_sum($result->data()) > $before);

        return $result;
    }

    private function pass(int $kind, int $status, int $until, DeliveryResult $result): void
    {
        $taken = $this->queue->take($kind, $status, $until, $this->tried[$kind], self::PASS, $result);
        if (!$taken->valid()) {
            return;
        }

        $this->inFlight = $this->results = [];
        $submission = $this->sink->apply($this->handOut($taken), $this->onReport(...));
        foreach ($submission->failedItems as $position => $item) {
            $this->note($position, $item['status'], $item['message']);
        }

        $outcomes = [];

        foreach ($this->inFlight as $position => $change) {
            $outcomes[] = [$change, ...($this->results[$position] ?? [Status::TO_RETRY, 'was not sent', self::now()])];
        }

        $this->queue->settle($outcomes);

        foreach ($outcomes as [$change, $status, $message]) {
            $this->count($change, $status, $message, $result);

            if ($this->unit === Unit::Product) {
                $this->affected += array_fill_keys(array_column($change->sent, 0), true);
            }
        }
    }

    /**
     * @param \Generator<PendingChange> $taken
     * @return \Generator<\Aco\Assets\AssetChange|\Aco\Assets\ProductChange>
     */
    private function handOut(\Generator $taken): \Generator
    {
        foreach ($taken as $pending) {
            $this->inFlight[] = $pending;
            yield $pending->change;
        }
    }

    /** @param \Aco\Report $report */
    private function onReport(object $report): void
    {
        foreach ($report->results as $item) {
            $this->note($item['position'], $item['status'], $item['message']);
        }
    }

    /** A change may take several requests: it is done when all of them are, and has failed when one has. */
    private function note(int $position, int $status, string $message): void
    {
        if (($this->results[$position][0] ?? Status::DELIVERED) === Status::DELIVERED) {
            $this->results[$position] = [$status, $message, self::now()];
        }
    }

    private function count(PendingChange $change, int $status, string $message, DeliveryResult $result): void
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

    private static function now(): int
    {
        return (int) (microtime(true) * 1000);
    }
}
