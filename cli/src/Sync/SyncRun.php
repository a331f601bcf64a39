<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Source\ItemReader;
use Aco\Cli\Store\FeedStore;
use Aco\Client;
use Aco\Feed;

/** One sync: the feeds in their order. */
final class SyncRun
{
    /** What others refer to goes first; feeds of one step go side by side. */
    private const STEPS = [
        [Feed::ProductAttributes],
        [Feed::PriceBooks],
        [Feed::Categories],
        [Feed::Products, Feed::Prices],
    ];

    /** @param array<string, ?ItemReader> $inputs by feed name */
    public function __construct(
        private readonly array $inputs,
        private readonly FeedStore $store,
        private readonly Client $client,
        private readonly SyncObserver $observer,
    ) {
    }

    /** @return list<FeedReport> of the feeds that had input or unsent rows */
    public function run(): array
    {
        $reports = [];
        foreach (self::STEPS as $feeds) {
            $group = [];
            foreach ($feeds as $feed) {
                if (array_key_exists($feed->value, $this->inputs)) {
                    $group[] = $this->open($feed);
                }
            }
            $this->runGroup($group);
            foreach ($group as $sync) {
                if ($this->inputs[$sync->report->feed->value] !== null || $sync->report->resumed > 0) {
                    $reports[] = $sync->report;
                }
            }
        }

        return $reports;
    }

    private function open(Feed $feed): FeedSync
    {
        return new FeedSync(
            $feed,
            $this->inputs[$feed->value],
            $this->store,
            $this->client,
            $this->observer->changed(...),
        );
    }

    /** @param list<FeedSync> $group */
    private function runGroup(array $group): void
    {
        foreach ($group as $sync) {
            $this->observer->started($sync->report);
        }
        $reading = $group;
        while ($reading !== []) {
            // The one that is behind: inputs of different sizes then end together, and none waits for the other's
            // quota.
            usort($reading, static fn (FeedSync $a, FeedSync $b): int => $a->fraction() <=> $b->fraction());
            if (!$reading[0]->step()) {
                array_shift($reading);
            }
        }
        foreach ($group as $sync) {
            $sync->resume();
        }
        foreach ($group as $sync) {
            $sync->finish();
        }
    }
}
