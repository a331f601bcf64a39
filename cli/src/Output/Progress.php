<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Aco\Cli\Source\FeedInput;
use Aco\Cli\Sync\FeedReport;
use Aco\Cli\Sync\SyncObserver;
use Symfony\Component\Console\Helper\ProgressBar;
use Symfony\Component\Console\Output\OutputInterface;

/** The progress bar of a sync: share of the input by bytes, items, rate and time left. */
final class Progress implements SyncObserver
{
    private const COUNTERS = '%read% read, %settled% of %sent% sent settled, %rate%/s';
    private const KNOWN_SIZE = ' %bar% %percent:3s%%  ' . self::COUNTERS . ', %left% left';
    private const UNKNOWN_SIZE = ' %bar%  ' . self::COUNTERS;

    private ?ProgressBar $bar = null;
    private readonly float $start;

    /** @var list<FeedReport> */
    private array $reports = [];

    /** @param list<FeedInput> $inputs */
    public function __construct(?OutputInterface $terminal, private readonly array $inputs)
    {
        $this->start = microtime(true);
        if ($terminal === null) {
            return;
        }
        $sizes = array_map(static fn (FeedInput $input): ?int => $input->size(), $inputs);
        $known = $sizes !== [] && !in_array(null, $sizes, true);
        $this->bar = new ProgressBar($terminal, $known ? (int) array_sum($sizes) : 0, 0.1);
        $this->bar->setFormat($known ? self::KNOWN_SIZE : self::UNKNOWN_SIZE);
        $this->describe();
        $this->bar->start();
    }

    public function started(FeedReport $report): void
    {
        $this->reports[] = $report;
    }

    public function changed(): void
    {
        if ($this->bar === null) {
            return;
        }
        $this->describe();
        $this->bar->setProgress($this->consumed());
    }

    /** Writes a line above the bar. */
    public function interrupt(callable $write): void
    {
        $this->bar?->clear();
        $write();
        $this->bar?->display();
    }

    public function end(): void
    {
        $this->bar?->clear();
        $this->bar = null;
    }

    private function consumed(): int
    {
        return array_sum(array_map(static fn (FeedInput $input): int => $input->consumed(), $this->inputs));
    }

    private function describe(): void
    {
        $sum = fn (string $counter): int => array_sum(array_column($this->reports, $counter));
        $seconds = max(0.001, microtime(true) - $this->start);
        $share = $this->bar->getMaxSteps() > 0 ? $this->consumed() / $this->bar->getMaxSteps() : 0.0;
        $this->bar->setMessage(number_format($sum('read')), 'read');
        $this->bar->setMessage(number_format($sum('sent')), 'sent');
        $this->bar->setMessage(number_format($sum('settled')), 'settled');
        $this->bar->setMessage(number_format($sum('read') / $seconds), 'rate');
        $this->bar->setMessage($share > 0 ? self::duration($seconds / $share - $seconds) : '?', 'left');
    }

    private static function duration(float $seconds): string
    {
        $seconds = (int) ceil($seconds);

        return match (true) {
            $seconds < 60 => "$seconds s",
            $seconds < 3600 => sprintf('%d:%02d min', intdiv($seconds, 60), $seconds % 60),
            default => sprintf('%d:%02d h', intdiv($seconds, 3600), intdiv($seconds % 3600, 60)),
        };
    }
}
