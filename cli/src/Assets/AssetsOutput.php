<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Assets\Import\ImportMode;
use Aco\Cli\Assets\Import\ImportReport;
use Aco\Cli\ExitCode;
use Aco\Cli\Output\Text;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Output\OutputInterface;

/** What the commands that take in events print. */
final class AssetsOutput
{
    public readonly int $exitCode;

    public function __construct(
        private readonly IntakeReport $report,
        private readonly MatcherResult $answers,
        private readonly DeliveryResult $changes,
        private readonly float $seconds,
        private readonly ?ImportReport $import = null,
    ) {
        $isOff = $import !== null && ($import->unusable > 0 || $import->removalHeld !== ''
            || ($import->mode === ImportMode::Check && $import->differences() > 0));
        $hasFailures = $report->refused > 0 || $report->inputError !== '' || $report->index->unusable > 0
            || $changes->toRetry + $changes->rejected > 0 || $answers->failed > 0 || $isOff;
        $this->exitCode = match (true) {
            $changes->toRetry + $answers->outages > 0 && $changes->delivered + $answers->answered === 0
                => ExitCode::NOTHING_DELIVERED,
            $hasFailures => ExitCode::ITEMS_FAILED,
            default => ExitCode::DONE,
        };
    }

    /** @return array<string, mixed> */
    public function data(): array
    {
        return [
            'exitCode' => $this->exitCode,
            ...($this->import === null ? [] : ['import' => $this->import->data()]),
            'events' => $this->report->data(),
            'matcher' => $this->answers->data(),
            'changes' => $this->changes->data(),
            'seconds' => round($this->seconds, 3),
        ];
    }

    public function print(OutputInterface $output): void
    {
        if ($this->import !== null) {
            $output->writeln(OutputFormatter::escape($this->import->sentence()));

            foreach ($this->import->examples as $assetId => $difference) {
                $output->writeln(OutputFormatter::escape("  $difference " . Text::printable((string) $assetId)));
            }
        }

        $output->writeln(sprintf(
            'Events: %d read, %d applied, %d stale, %d skipped, %d unusable, %d refused.',
            $this->report->read,
            $this->report->index->applied,
            $this->report->index->stale,
            $this->report->index->skipped + $this->report->foreign,
            $this->report->index->unusable,
            $this->report->refused,
        ));

        if ($this->answers->answered + $this->answers->failed + $this->answers->waiting > 0) {
            $output->writeln(sprintf(
                'Questions to the matcher: %d answered (%d without a change), %d failed, %d not asked.',
                $this->answers->answered,
                $this->answers->skipped,
                $this->answers->failed,
                $this->answers->waiting,
            ));
        }

        $output->writeln(sprintf(
            'Changes: %d written, %d to retry, %d rejected; %.1f s.',
            $this->changes->delivered,
            $this->changes->toRetry,
            $this->changes->rejected,
            $this->seconds,
        ));
    }

    public function printFailure(OutputInterface $errors): void
    {
        if ($this->answers->stopped !== '') {
            $errors->writeln(OutputFormatter::escape(Text::visible($this->answers->stopped)));
        }
        $reason = $this->answers->message ?: $this->changes->message ?: $this->report->inputError
            ?: implode(': ', $this->report->refusals[0] ?? []);
        if ($reason !== '') {
            $errors->writeln(OutputFormatter::escape('First failure: ' . Text::printable($reason)));
        }

        foreach (array_filter([$this->unusable(), $this->held(), $this->takenOff()]) as $sentence) {
            $errors->writeln(OutputFormatter::escape($sentence));
        }
    }

    private function unusable(): string
    {
        $isCheck = $this->import !== null && $this->import->mode === ImportMode::Check;
        $count = max($this->report->index->unusable, $this->import->unusable ?? 0);

        return $count === 0 ? '' : "Assets whose metadata cannot be used: $count. Correct them in AEM; "
            . 'assets:status --status=failed says what is wrong'
            . ($isCheck ? ', of new ones once assets:import --repair has run.' : '.');
    }

    private function takenOff(): string
    {
        $count = $this->import->takenOff ?? 0;

        return $count === 0 ? '' : "Assets taken off their products, as AEM does not list them: $count. "
            . 'Once they are approved in AEM, assets:import --repair brings them back.';
    }

    private function held(): string
    {
        $reason = $this->import->removalHeld ?? '';

        return $reason === '' ? '' : "No assets were taken off their products: $reason. "
            . 'Look whether the search of AEM finds all approved assets, or take them off with --force.';
    }
}
