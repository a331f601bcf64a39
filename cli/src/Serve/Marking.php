<?php

declare(strict_types=1);

namespace Aco\Cli\Serve;

use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Workspace;
use Aco\Feed;

/** Marks items so that the next sync sends them again, as resync does without a source. */
final class Marking
{
    public function __construct(private readonly Workspace $workspace)
    {
    }

    /**
     * @param array<mixed> $chosen row numbers, as a form sends them
     * @return int how many were marked
     */
    public function mark(Feed $feed, array $chosen): int
    {
        $numbers = array_map('intval', array_slice(array_filter($chosen, is_string(...)), 0, FeedStore::PAGE));
        if ($numbers === []) {
            return 0;
        }

        // A connection of its own, as the lock is held by one and ends with it.
        $database = $this->workspace->openExisting();
        $store = new FeedStore($database);
        $database->lock();

        try {
            $rows = array_filter($store->rows($feed, $numbers), static fn (FeedRow $row): bool => !$row->deleted);
            $store->forgetRows($feed, array_map(static fn (FeedRow $row): int => (int) $row->id, array_values($rows)));

            return count($rows);
        } finally {
            $database->unlock();
        }
    }
}
