<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\ExitCode;

/** The result of a sync of all feeds. */
final class SyncResult
{
    private const MAX_NAMED = 20;

    /**
     * @param list<FeedReport> $reports
     * @param list<string> $missing ids that were asked for and not found
     */
    public function __construct(
        public readonly array $reports,
        public readonly int $requests,
        public readonly float $seconds,
        public readonly array $missing = [],
        /** Of all bodies, before compression. */
        public readonly int $bytes = 0,
        /** With compression and headers. */
        public readonly int $bytesSent = 0,
        /** Items that wait for an attempt that is not due yet, where nothing was to be sent. */
        public readonly int $notDue = 0,
    ) {
    }

    public function exitCode(): int
    {
        $delivered = $this->sum('accepted') + $this->sum('deleted');
        $toRetry = $this->sum('toRetry');

        return match (true) {
            $toRetry > 0 && $delivered === 0 => ExitCode::NOTHING_DELIVERED,
            $toRetry > 0, $this->hasFailures(), $this->deletionsHeld() !== [], $this->sum('toSendAgain') > 0,
            $this->missing !== [],
            $this->sum('withoutBody') > 0, $this->sum('withoutKey') > 0 => ExitCode::ITEMS_FAILED,
            default => ExitCode::DONE,
        };
    }

    /** What happened and what to do next, else "". */
    public function sentence(): string
    {
        $sentences = [];

        if ($this->sum('toRetry') > 0) {
            $sentences[] = $this->undelivered();
        }
        if ($this->notDue > 0) {
            $sentences[] = self::items($this->notDue)
                . ' to retry, and no attempt is due yet: resend-failed --all sends them now.';
        }

        if ($this->hasFailures()) {
            array_push($sentences, ...$this->toCorrect());
        } elseif ($this->sum('unchangedRejected') > 0) {
            $sentences[] = self::items($this->sum('unchangedRejected'))
                . ' rejected by an earlier sync and unchanged since: status --failed lists them.';
        }

        array_push($sentences, ...$this->deletionsHeld());

        if ($this->sum('toSendAgain') > 0) {
            $sentences[] = self::items($this->sum('toSendAgain'))
                . ' deleted along with categories or price books above them: sync the source again to send those that '
                . 'it still contains.';
        }

        if ($this->sum('withoutBody') > 0) {
            $sentences[] = self::items($this->sum('withoutBody'))
                . ' to retry, written by Commerce, can only be sent from a source: '
                . 'run sync with one that contains them.';
        }

        if ($this->sum('withoutKey') > 0) {
            $sentences[] = $this->keyless();
        }

        if ($this->missing !== []) {
            $sentences[] = 'Not in the source: ' . implode(', ', array_slice($this->missing, 0, self::MAX_NAMED))
                . (count($this->missing) > self::MAX_NAMED ? ' and others.' : '.');
        }

        return implode(' ', $sentences);
    }

    /** @return list<string> what is wrong in the source; no table has a row for what could not be read */
    private function toCorrect(): array
    {
        $badLines = $this->sum('badLineCount');
        $brokenOff = array_filter(array_column($this->reports, 'inputError')) !== [];

        return array_values(array_filter([
            $this->sum('rejected') > $badLines
                ? 'Correct the rejected items in the source and run sync again; status --failed lists them.'
                : '',
            $badLines > 0
                ? 'Correct the lines that cannot be read and run sync again; only the output above names them.'
                : '',
            $brokenOff ? 'Complete the source that could not be read to its end and run sync again.' : '',
        ]));
    }

    /** @return list<string> */
    private function deletionsHeld(): array
    {
        $sentences = [];
        foreach ($this->reports as $report) {
            if ($report->deletionHeld !== null) {
                $sentences[] = "No {$report->feed->value} were deleted: {$report->deletionHeld}. "
                    . 'Correct the source' . (str_contains($report->deletionHeld, '--max-delete')
                        ? ', or delete them with --force.'
                        : ' and run the same command again.');
            }
        }

        return $sentences;
    }

    private function keyless(): string
    {
        $rows = [];
        foreach ($this->reports as $report) {
            $rest = $report->withoutKey - count($report->keyless);
            if ($report->withoutKey > 0) {
                $rows[] = $report->feed->table() . ' ' . implode(', ', $report->keyless)
                    . ($rest > 0 ? ' and ' . number_format($rest) . ' more' : '');
            }
        }

        return 'Rows that do not say what to delete were left unchanged (' . implode('; ', $rows)
            . '): sync a source that contains their items, or delete those in the service by hand and remove the rows.';
    }

    private function undelivered(): string
    {
        $reason = rtrim($this->reason(), '.');
        $count = $this->sum('toRetry');
        $sentence = $this->exitCode() === ExitCode::NOTHING_DELIVERED
            ? 'Nothing could be delivered'
            : 'Not everything could be delivered';
        $sentence .= $reason === '' ? '.' : ": $reason.";

        if (!str_contains($reason, 'check ')) {
            $sentence .= ' Check the address with config:show and the network, '
                . 'or wait until the service works again.';
        }

        return "$sentence " . self::items($count) . ($count === 1 ? ' is' : ' are')
            . ' kept and sent by the next sync.';
    }

    private function reason(): string
    {
        foreach ($this->reports as $report) {
            if ($report->reason !== '') {
                return $report->reason;
            }
        }

        return '';
    }

    private function hasFailures(): bool
    {
        foreach ($this->reports as $report) {
            if ($report->hasFailures()) {
                return true;
            }
        }

        return false;
    }

    private function sum(string $counter): int
    {
        return array_sum(array_column($this->reports, $counter));
    }

    private static function items(int $count): string
    {
        return number_format($count) . ($count === 1 ? ' item' : ' items');
    }
}
