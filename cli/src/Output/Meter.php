<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Symfony\Component\Console\Helper\ProgressBar;
use Symfony\Component\Console\Output\OutputInterface;
use Symfony\Component\Console\Output\StreamOutput;

/** How far a command is, in a sentence: with a bar on a terminal, else a line every 30 seconds. */
final class Meter
{
    private const LINE_SECONDS = 30.0;
    private const KNOWN_SIZE = ' %bar% %percent:3s%%  %state%';
    private const UNKNOWN_SIZE = ' %bar%  %state%';

    private ?ProgressBar $bar = null;
    private float $nextLine;

    /**
     * @param ?OutputInterface $output null: nothing is shown
     * @param \Closure(): string $state
     * @param int $size what there is to do; 0: unknown
     * @param ?\Closure(): int $done how much of it is done; null: not counted
     */
    public function __construct(
        private ?OutputInterface $output,
        private readonly \Closure $state,
        int $size = 0,
        private readonly ?\Closure $done = null,
    ) {
        $this->nextLine = microtime(true) + self::LINE_SECONDS;

        if (!$output instanceof StreamOutput || !stream_isatty($output->getStream())) {
            return;
        }

        $this->bar = new ProgressBar($output, $size, 0.1);
        $this->bar->setFormat($size > 0 ? self::KNOWN_SIZE : self::UNKNOWN_SIZE);
        $this->bar->setMessage(($this->state)(), 'state');
        $this->bar->start();
    }

    /** Where a command that is given such options shows how far it is; null: nowhere. */
    public static function output(Console $console): ?OutputInterface
    {
        return $console->isJson() || $console->option('no-progress') || $console->output->isQuiet()
            ? null
            : $console->errors();
    }

    public function changed(): void
    {
        if ($this->bar !== null) {
            $this->bar->setMessage(($this->state)(), 'state');
            $this->bar->setProgress($this->done === null ? $this->bar->getProgress() + 1 : ($this->done)());
        } elseif ($this->output !== null && microtime(true) >= $this->nextLine) {
            $this->nextLine = microtime(true) + self::LINE_SECONDS;
            $this->output->writeln(($this->state)());
        }
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
        $this->output = null;
    }
}
