<?php

declare(strict_types=1);

namespace Aco\Cli\Estimate;

use Aco\Cli\Sync\FeedProfile;
use Aco\Feed;
use Aco\Limits;

/** How long sending takes: by the rule of Adobe's page, and within limits. */
final class Duration
{
    /** What the page assumes. */
    private const REQUEST_SECONDS = 0.5;
    private const PRODUCTS_PER_MINUTE = 1000;

    /** One request after the other, products at the base rate of a tenant. */
    public static function byAdobesRule(Volume $volume): float
    {
        return $volume->feed === Feed::Products
            ? $volume->records * 60 / self::PRODUCTS_PER_MINUTE
            : $volume->requests * self::REQUEST_SECONDS;
    }

    /** Several requests in flight, as fast as the rates allow. */
    public static function within(Limits $limits, Volume $volume): float
    {
        $itemsPerMinute = FeedProfile::of($volume->feed)->itemsPerMinute($limits);

        return max(
            self::ofRequests($limits, $volume->requests),
            $itemsPerMinute > 0 ? $volume->records * 60 / $itemsPerMinute : 0.0,
        );
    }

    /**
     * All feeds: one step after the other, the feeds of a step side by side.
     *
     * @param list<Volume> $volumes
     */
    public static function ofAllWithin(Limits $limits, array $volumes): float
    {
        $longest = $requests = [];

        foreach ($volumes as $volume) {
            $step = FeedProfile::of($volume->feed)->step;
            $longest[$step] = max($longest[$step] ?? 0.0, self::within($limits, $volume));
            $requests[$step] = ($requests[$step] ?? 0) + $volume->requests;
        }

        return (float) array_sum(array_map(
            static fn (float $seconds, int $requests): float => max($seconds, self::ofRequests($limits, $requests)),
            $longest,
            $requests,
        ));
    }

    /** `under 1 s`, `10 s`, `2 min 24 s`, `1 h 5 min` */
    public static function text(float $seconds): string
    {
        $rounded = (int) ceil(round($seconds, 3));

        return match (true) {
            $seconds <= 0.0 => '-',
            $seconds < 1.0 => 'under 1 s',
            $rounded < 60 => "$rounded s",
            $rounded < 3600 => rtrim(intdiv($rounded, 60) . ' min ' . self::rest($rounded % 60, 's')),
            default => rtrim(
                number_format(intdiv($rounded, 3600)) . ' h ' . self::rest(intdiv($rounded % 3600, 60), 'min')
            ),
        };
    }

    private static function ofRequests(Limits $limits, int $requests): float
    {
        return max(
            $limits->requestsPerSecond > 0 ? $requests / $limits->requestsPerSecond : 0.0,
            $requests * self::REQUEST_SECONDS / $limits->concurrency,
        );
    }

    private static function rest(int $number, string $unit): string
    {
        return $number === 0 ? '' : "$number $unit";
    }
}
