<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Assets\Import\ImportReport;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\Meter;

/** How far a command is that takes in events. */
final class AssetsProgress
{
    private readonly Meter $meter;

    public function __construct(
        Console $console,
        private readonly IntakeReport $report,
        private readonly MatcherResult $answers,
        private readonly DeliveryResult $changes,
        private readonly ?ImportReport $import,
    ) {
        $this->meter = new Meter(Meter::output($console), $this->state(...));
    }

    public function changed(): void
    {
        $this->meter->changed();
    }

    /** Writes a line above the bar. */
    public function interrupt(callable $write): void
    {
        $this->meter->interrupt($write);
    }

    public function end(): void
    {
        $this->meter->end();
    }

    private function state(): string
    {
        $index = $this->report->index;
        $read = $this->import === null
            ? number_format($index->applied + $index->stale + $index->skipped + $index->unusable) . ' events taken in'
            : number_format($this->import->read) . ' assets of AEM read';

        $answered = number_format($this->answers->answered);

        return $read . ($answered === '0' ? '' : ", $answered questions answered")
            . ', ' . number_format($this->changes->delivered) . ' changes written';
    }
}
