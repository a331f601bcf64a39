<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

use Aco\Cli\Sync\FeedProfile;
use Aco\Feed;
use Aco\Limits;

/** How much of the rates the last minute has used, according to the feed tables of this database. */
final class QuotaUse
{
    private const SECONDS = 60;

    /** @param array<string, int> $items by name of the feeds whose items have a rate of their own */
    private function __construct(
        private readonly Limits $limits,
        private readonly int $requests,
        private readonly array $items,
    ) {
    }

    public static function of(FeedTables $tables, Limits $limits): self
    {
        $since = gmdate('Y-m-d H:i:s', time() - self::SECONDS);
        $requests = 0;
        $items = $names = [];

        foreach (Feed::cases() as $feed) {
            $responses = $tables->responses($feed, $since);
            $requests += $responses['requests'];
            $rate = FeedProfile::of($feed)->rate;

            if ($rate !== null) {
                // Of feeds with the same rate the first one stands for all.
                $name = $names[$rate] ??= $feed->value;
                $items[$name] = ($items[$name] ?? 0) + $responses['items'];
            }
        }

        return new self($limits, $requests, $items);
    }

    /** @return list<array{name: string, used: int, limit: float}> per minute; a limit of 0 means unlimited */
    public function lines(): array
    {
        $lines = [[
            'name' => 'Requests',
            'used' => $this->requests,
            'limit' => $this->limits->requestsPerSecond * self::SECONDS,
        ]];
        foreach ($this->items as $name => $used) {
            $limit = FeedProfile::of(Feed::from($name))->itemsPerMinute($this->limits);
            $lines[] = ['name' => ucfirst($name), 'used' => $used, 'limit' => (float) $limit];
        }

        return $lines;
    }

    /** @return array<string, mixed> */
    public function data(): array
    {
        $data = [
            'seconds' => self::SECONDS,
            'requests' => $this->requests,
            'requestsPerSecond' => $this->limits->requestsPerSecond,
        ];
        foreach ($this->items as $name => $used) {
            $profile = FeedProfile::of(Feed::from($name));
            $data += [$name => $used, (string) $profile->rate => $profile->itemsPerMinute($this->limits)];
        }

        return $data;
    }
}
