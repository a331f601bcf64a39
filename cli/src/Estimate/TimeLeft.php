<?php

declare(strict_types=1);

namespace Aco\Cli\Estimate;

use Aco\Cli\Sync\FeedProfile;
use Aco\Cli\Sync\FeedReport;
use Aco\Limits;

/** How long a sync goes on: by what has been read and answered so far, and by what the rates allow. */
final class TimeLeft
{
    private function __construct(
        public readonly float $seconds,
        /** Whether it is the rates that it takes so long for. */
        public readonly bool $isOfRates,
    ) {
    }

    /**
     * @param list<FeedReport> $reports
     * @param array<string, float> $shares how much of each feed's input was read, 0 to 1, by its name
     * @param float $elapsed seconds since the start
     * @return ?self null as long as nothing is known
     */
    public static function of(array $reports, array $shares, float $elapsed, Limits $limits): ?self
    {
        $remaining = [];
        $observed = 0.0;
        $answered = 0;

        foreach ($reports as $report) {
            $share = $shares[$report->feed->value] ?? 1.0;
            if ($share <= 0.0) {
                continue;
            }

            // What has changed in an input is spread over all of it, and may wait to be sent.
            $toSend = $report->read - $report->unchanged - $report->skipped - $report->badLineCount;
            $changed = max($report->sent, $toSend);
            $items = max(0, (int) ceil($changed / $share) - $report->settled);
            $remaining[] = Volume::ofRecords($report->feed, $items);
            $answered += $report->requests;
            $observed = max($observed, $elapsed / $share - $elapsed);
        }

        if ($remaining === []) {
            return null;
        }

        // By requests, not items: batches of feeds differ in size, and one feed may have to wait for another.
        $requests = array_sum(array_map(static fn (Volume $volume): int => $volume->requests, $remaining));
        $observed = max($observed, $answered > 0 ? $requests * $elapsed / $answered : 0.0);
        $byRates = self::byRates($remaining, $limits);

        return new self(max($observed, $byRates), $byRates > $observed / 2 && $byRates > 0.0);
    }

    /** @param list<Volume> $remaining */
    private static function byRates(array $remaining, Limits $limits): float
    {
        $requests = 0;
        $seconds = 0.0;

        foreach ($remaining as $volume) {
            $itemsPerMinute = FeedProfile::of($volume->feed)->itemsPerMinute($limits);
            $seconds = max($seconds, $itemsPerMinute > 0 ? $volume->records * 60 / $itemsPerMinute : 0.0);
            $requests += $volume->requests;
        }

        return max($seconds, $limits->requestsPerSecond > 0 ? $requests / $limits->requestsPerSecond : 0.0);
    }
}
