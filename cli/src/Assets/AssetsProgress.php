<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Assets\Import\ImportReport;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\Meter;

/** How far a command is that takes in events. */
final class AssetsProgress
{
    private function __construct(
        private readonly IntakeReport $report,
        private readonly MatcherResult $answers,
        private readonly DeliveryResult $changes,
        private readonly ?ImportReport $import,
    ) {
    }

    public static function meter(
        Console $console,
        IntakeReport $report,
        MatcherResult $answers,
        DeliveryResult $changes,
        ?ImportReport $import,
    ): Meter {
        $progress = new self($report, $answers, $changes, $import);

        return new Meter(Meter::output($console), $progress->state(...));
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
