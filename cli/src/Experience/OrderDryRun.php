<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Source\BadLine;
use Aco\Cli\Source\SourceException;
use Aco\Exception\MappingException;
use Aco\Experience\OrderMapper;

/** Counts the events that a plan would send, and neither writes nor sends anything. */
final class OrderDryRun
{
    public function __construct(
        private readonly OrderPlan $plan,
        private readonly OrderFilter $filter,
        private readonly OrderCompletion $completion,
        private readonly OrderMapper $mapper,
        private readonly EventStore $store,
        private readonly OrderReport $report,
    ) {
    }

    public function run(): OrderReport
    {
        $start = microtime(true);

        try {
            foreach ($this->plan->source?->items() ?? [] as $place => $item) {
                $this->report->read++;
                $item instanceof BadLine
                    ? $this->report->addBadLine($item)
                    : $this->count(OrderSnapshot::of($item, $place));
            }
        } catch (SourceException $e) {
            $this->report->inputError = $e->getMessage();
        }

        $this->report->seconds = microtime(true) - $start;

        return $this->report;
    }

    private function count(OrderSnapshot $snapshot): void
    {
        $reason = $this->filter->reason($snapshot);
        if ($reason !== null) {
            $this->report->$reason++;

            return;
        }

        $known = $this->plan->history === null
            ? KnownOrders::read($this->store, [$snapshot->id])
            : KnownOrders::readForHistory($this->store, [$snapshot->id]);

        try {
            $events = $this->mapper->map(
                $this->completion->complete($snapshot->order),
                $known->events($snapshot->id),
                $known->firstSent($snapshot->id),
            );
        } catch (MappingException $e) {
            $this->report->refused++;
            $this->report->failures->add($snapshot->label(...), $e->field, "{$e->field} {$e->reason}");

            return;
        }

        $this->report->unchanged += $events === [] ? 1 : 0;
        array_map($this->report->addEvent(...), $events);
    }
}
