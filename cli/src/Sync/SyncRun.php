<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\CommandFailure;
use Aco\Cli\Experience\ItemDetails;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\LeaseLost;
use Aco\Client;
use Aco\Feed;
use Aco\Scopes;

/** One run: live items in the order of feeds, then deletions in reverse order. */
final class SyncRun
{
    public function __construct(
        private readonly SyncPlan $plan,
        private readonly Scopes $scopes,
        private readonly FeedStore $store,
        private readonly Client $client,
        private readonly SyncObserver $observer,
        /** @var array<string, FeedReport> reports that were begun before, by feed name */
        private readonly array $found = [],
        private readonly ?ItemDetails $details = null,
        /** Whether changes are sent as parts of documents, where that is sure. */
        private readonly bool $patches = false,
    ) {
    }

    /** @return list<FeedReport> of the feeds that had input or undelivered rows */
    public function run(): array
    {
        $groups = array_map(fn (array $feeds): array => array_map($this->open(...), $feeds), FeedProfile::steps());

        try {
            return $this->work($groups);
        } catch (LeaseLost $e) {
            try {
                self::each(array_merge(...$groups), static fn (FeedSync $sync) => $sync->abandon());
            } catch (CommandFailure) {
                // The database is out of reach: what the lease was lost for is said below.
            }

            throw $e;
        }
    }

    /**
     * @param list<list<FeedSync>> $groups
     * @return list<FeedReport>
     */
    private function work(array $groups): array
    {
        foreach ($groups as $group) {
            self::read($group);
            self::each($group, static fn (FeedSync $sync) => $sync->resume());
            self::each($group, static fn (FeedSync $sync) => $sync->finish());
        }

        $branches = new DeletedBranches();

        foreach (array_reverse($groups) as $group) {
            self::each(array_reverse($group), static fn (FeedSync $sync) => $sync->delete($branches));
            self::each($group, static fn (FeedSync $sync) => $sync->finish());
        }

        $reports = [];

        foreach (array_merge(...$groups) as $sync) {
            $below = $branches->below($sync->report->feed);
            if ($below > 0) {
                $sync->repeat($below);
                $sync->finish();
            }

            if ($sync->hasInput() || $sync->report->hasNews()) {
                $reports[] = $sync->report;
            }
        }

        return $reports;
    }

    private function open(Feed $feed): FeedSync
    {
        $sync = new FeedSync(
            $feed,
            $this->plan,
            $this->scopes,
            $this->store,
            $this->client,
            $this->observer->changed(...),
            $this->found[$feed->value] ?? new FeedReport($feed),
            $this->details,
            $this->patches && $feed->takesPatch(),
        );
        $this->observer->started($sync->report);

        return $sync;
    }

    /** @param list<FeedSync> $group */
    private static function read(array $group): void
    {
        $reading = $group;
        while ($reading !== []) {
            // The one that is behind comes next, so that inputs of different sizes end together and none waits for
            // the quota of another.
            usort($reading, static fn (FeedSync $a, FeedSync $b): int => $a->fraction() <=> $b->fraction());
            if (!$reading[0]->step()) {
                array_shift($reading);
            }
        }
    }

    /** @param list<FeedSync> $group */
    private static function each(array $group, callable $act): void
    {
        foreach ($group as $sync) {
            $act($sync);
        }
    }
}
