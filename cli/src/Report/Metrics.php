<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

use Aco\Cli\Doctor\Finding;
use Aco\Cli\Doctor\Level;
use Aco\Cli\Store\ItemState;

/** The status as text that Prometheus and OpenMetrics read: gauges alone, as a file has no history. */
final class Metrics
{
    /** Name => help, without the prefix. */
    private const GAUGES = [
        'build_info' => 'Version of the command; always 1.',
        'items' => 'Rows of a feed table by state.',
        'source_items' => 'Items of a feed that are not deleted.',
        'oldest_waiting_timestamp_seconds' => 'When the oldest item that was not delivered was written; 0 without one.',
        'last_sync_timestamp_seconds' => 'When a row of the feed was written last; 0 when there is none.',
        'last_minute_requests' => 'Requests of the last minute that have a response.',
        'last_minute_items' => 'Items of the last minute that have a response, for feeds with a rate.',
        'rate_limit_per_minute' => 'Allowed requests (feed "") or items of a feed in a minute; 0 without a limit.',
        'cron_last_run_timestamp_seconds' => 'When the schedule has started a task last.',
        'cron_last_exit_code' => 'How the last run of a task ended.',
        'check_level' => 'What status --check finds: 0 ok, 1 warning, 2 critical.',
        'written_timestamp_seconds' => 'When this file was written.',
    ];

    /** @var array<string, list<string>> lines by name */
    private array $samples = [];

    /**
     * @param list<FeedFigures> $feeds
     * @param array<string, float> $lastRuns of jobs, seconds since 1970
     * @param array<string, array{exitCode: int, message: string, endedAt: int}> $ends of jobs
     * @param list<Finding> $findings
     */
    public function __construct(array $feeds, QuotaUse $quota, array $lastRuns, array $ends, array $findings)
    {
        $this->add('build_info', 1, ['version' => \Aco\VERSION]);

        foreach ($feeds as $feed) {
            $this->addFeed($feed);
        }

        foreach ($quota->lines() as $number => $line) {
            $labels = ['feed' => $number === 0 ? '' : lcfirst($line['name'])];
            $this->add(
                $number === 0 ? 'last_minute_requests' : 'last_minute_items',
                $line['used'],
                $number === 0 ? [] : $labels,
            );
            $this->add('rate_limit_per_minute', $line['limit'], $labels);
        }

        foreach ($lastRuns as $job => $time) {
            $this->add('cron_last_run_timestamp_seconds', $time, ['task' => $job]);
        }
        foreach ($ends as $job => $end) {
            $this->add('cron_last_exit_code', $end['exitCode'], ['task' => $job]);
        }

        $this->add('check_level', Level::worst($findings)->exitCode());
        $this->add('written_timestamp_seconds', time());
    }

    public function text(): string
    {
        $text = '';

        foreach (self::GAUGES as $name => $help) {
            if (isset($this->samples[$name])) {
                $text .= "# HELP aco_$name $help\n# TYPE aco_$name gauge\n" . implode('', $this->samples[$name]);
            }
        }

        return "$text# EOF\n";
    }

    private function addFeed(FeedFigures $feed): void
    {
        $labels = ['feed' => $feed->feed->value];
        $counts = [
            ItemState::Sent->value => $feed->delivered,
            ItemState::Deleted->value => $feed->deleted,
            ItemState::Failed->value => $feed->failed,
            ItemState::ToRetry->value => $feed->toRetry,
            ItemState::Waiting->value => $feed->waiting,
        ];

        foreach ($counts as $state => $count) {
            $this->add('items', $count, $labels + ['state' => $state]);
        }

        $this->add('source_items', $feed->source, $labels);
        $this->add('oldest_waiting_timestamp_seconds', self::seconds($feed->oldestWaiting), $labels);
        $this->add('last_sync_timestamp_seconds', self::seconds($feed->lastSync), $labels);
    }

    /** @param array<string, string> $labels */
    private function add(string $name, int|float $value, array $labels = []): void
    {
        $pairs = [];
        foreach ($labels as $label => $text) {
            $pairs[] = "$label=\"" . strtr($text, ['\\' => '\\\\', '"' => '\\"', "\n" => '\\n']) . '"';
        }

        $this->samples[$name][] = "aco_$name" . ($pairs === [] ? '' : '{' . implode(',', $pairs) . '}')
            . ' ' . json_encode($value, JSON_THROW_ON_ERROR) . "\n";
    }

    private static function seconds(?string $time): int
    {
        return $time === null ? 0 : (int) strtotime("$time UTC");
    }
}
