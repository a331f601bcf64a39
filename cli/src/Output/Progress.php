<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Aco\Cli\Estimate\Duration;
use Aco\Cli\Estimate\TimeLeft;
use Aco\Cli\Source\FeedInput;
use Aco\Cli\Sync\FeedReport;
use Aco\Cli\Sync\SyncObserver;
use Aco\Limits;
use Symfony\Component\Console\Output\OutputInterface;

/** How far a sync is, by bytes read. */
final class Progress implements SyncObserver
{
    private readonly Meter $meter;
    private readonly float $start;

    /** @var list<FeedReport> */
    private array $reports = [];

    /**
     * @param ?OutputInterface $output null: nothing is shown
     * @param array<string, FeedInput> $inputs by feed name
     */
    public function __construct(
        ?OutputInterface $output,
        private readonly array $inputs,
        private readonly Limits $limits,
    ) {
        $this->start = microtime(true);
        $known = $this->inputs !== [] && !in_array(null, $this->sizes(), true);
        $this->meter = new Meter(
            $output,
            $this->state(...),
            $known ? (int) array_sum($this->sizes()) : 0,
            fn (): int => (int) array_sum($this->consumed()),
        );
    }

    public function started(FeedReport $report): void
    {
        $this->reports[] = $report;
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
        $sum = fn (string $counter): int => array_sum(array_column($this->reports, $counter));
        $elapsed = max(0.001, microtime(true) - $this->start);
        $left = in_array(null, $this->sizes(), true)
            ? null
            : TimeLeft::of($this->reports, $this->shares(), $elapsed, $this->limits);

        return sprintf(
            '%s read, %s of %s sent settled, %s/s%s',
            number_format($sum('read')),
            number_format($sum('settled')),
            number_format($sum('sent')),
            number_format($sum('settled') / $elapsed),
            $left === null || $left->seconds <= 0.0 ? '' : ', ' . Duration::text($left->seconds) . ' left'
                . ($left->isOfRates ? ' as the rates allow' : ''),
        );
    }

    /** @return array<string, float> how much of each input was read, 0 to 1 */
    private function shares(): array
    {
        return array_map(static fn (FeedInput $input): float => $input->size() > 0
            ? min(1.0, $input->consumed() / $input->size())
            : 1.0, $this->inputs);
    }

    /** @return array<string, ?int> bytes of each input; null when unknown */
    private function sizes(): array
    {
        return array_map(static fn (FeedInput $input): ?int => $input->size(), $this->inputs);
    }

    /** @return array<string, int> */
    private function consumed(): array
    {
        return array_map(static fn (FeedInput $input): int => $input->consumed(), $this->inputs);
    }
}
