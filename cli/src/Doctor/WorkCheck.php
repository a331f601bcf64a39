<?php

declare(strict_types=1);

namespace Aco\Cli\Doctor;

use Aco\Cli\Cron\Job;
use Aco\Cli\Cron\LastRuns;
use Aco\Cli\Estimate\Duration;
use Aco\Cli\ExitCode;
use Aco\Cli\Report\FeedFigures;

/** What was delivered and what the schedule does: told by the tables alone, without network. */
final class WorkCheck
{
    /** The oldest item that waits, in minutes: critical from here on, a warning from half of it. */
    public const MAX_WAITING = 120;
    /** The schedule looks every minute. */
    private const MAX_PAUSE = 600;

    /**
     * @param list<FeedFigures> $feeds
     * @param array<string, float> $lastRuns of jobs, seconds since 1970
     * @param array<string, array{exitCode: int, message: string, endedAt: int}> $ends of jobs
     */
    public function __construct(
        private readonly array $feeds,
        private readonly array $lastRuns,
        private readonly array $ends,
        private readonly int $now,
        private readonly int $maxWaiting = self::MAX_WAITING,
    ) {
    }

    /** @param list<FeedFigures> $feeds */
    public static function of(array $feeds, LastRuns $runs, int $maxWaiting): self
    {
        return new self($feeds, $runs->all(), $runs->ends(), time(), $maxWaiting);
    }

    /** @return iterable<Finding> */
    public function findings(): iterable
    {
        yield $this->rejected();
        yield $this->waiting();
        yield $this->schedule();

        foreach ($this->ends as $job => $end) {
            if ($end['exitCode'] !== ExitCode::DONE) {
                yield $this->outcome($job, $end);
            }
        }
    }

    private function rejected(): Finding
    {
        $failed = array_sum(array_column($this->feeds, 'failed'));

        return $failed === 0
            ? Finding::ok('rejected', 'No item is rejected.')
            : Finding::warning('rejected', self::items($failed) . ($failed === 1 ? ' is' : ' are')
                . ' rejected: status --failed says why, correct '
                . ($failed === 1 ? 'it' : 'them') . ' at the source.');
    }

    private function waiting(): Finding
    {
        $count = array_sum(array_column($this->feeds, 'waiting')) + array_sum(array_column($this->feeds, 'toRetry'));
        $times = array_filter(array_column($this->feeds, 'oldestWaiting'));
        return (new Backlog($this->now, $this->maxWaiting))->finding(
            'waiting',
            'item',
            $count,
            $times === [] ? null : min($times),
            'run resend-failed, and see status --failed for what keeps it back.',
            'status --failed',
        );
    }

    private function schedule(): Finding
    {
        if ($this->lastRuns === []) {
            return Finding::ok('cron', 'The schedule (cron) has never run on this database.');
        }

        $age = max(0, $this->now - (int) max($this->lastRuns));
        $text = Duration::text(max(1, $age));

        return $age >= self::MAX_PAUSE
            ? Finding::critical('cron', "The schedule was last active $text ago: start cron, or its unit or crontab line.")
            : Finding::ok('cron', "The schedule was active $text ago.");
    }

    /** @param array{exitCode: int, message: string, endedAt: int} $end */
    private function outcome(string $job, array $end): Finding
    {
        $message = $end['message'] === '' ? '' : ' (' . rtrim($end['message'], '.') . ')';
        $age = Duration::text(max(1, $this->now - $end['endedAt']));
        $sentence = "The last $job, $age ago, ended with {$end['exitCode']}$message: "
            . ($job === Job::Sync->value ? 'see the failed folder of the spool, and the log.' : 'see the log.');

        return $end['exitCode'] === ExitCode::ITEMS_FAILED
            ? Finding::warning("cron $job", $sentence)
            : Finding::critical("cron $job", $sentence);
    }

    private static function items(int $count): string
    {
        return number_format($count) . ($count === 1 ? ' item' : ' items');
    }
}
