<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Feed;

/**
 * What the service deletes along with an item, although the source may still contain it: the categories below a
 * category, the child books of a price book and the prices in all of them.
 */
final class DeletedBranches
{
    /** @var array<string, array<string, true>> branches of the deleted items, by feed name */
    private array $deleted = [];

    /** @var array<string, int> items to be sent again, by feed name */
    private array $below = [];

    public function add(Feed $feed, FeedRow $row): void
    {
        $this->deleted[$feed->value][StoredKey::of(FeedProfile::of($feed), $row->data)->branch()] = true;
    }

    /** Marks the live rows below, so that the next read of the source sends them again. */
    public function forgetBelow(FeedStore $store): void
    {
        foreach ($this->deleted as $name => $deleted) {
            foreach (FeedProfile::of(Feed::from($name))->feedsBelow as $feed) {
                $below = self::rowsBelow($feed, $store, $deleted);
                $store->forgetRows($feed, $below);
                $this->below[$feed->value] = ($this->below[$feed->value] ?? 0) + count($below);
            }
        }
        $this->deleted = [];
    }

    public function below(Feed $feed): int
    {
        return $this->below[$feed->value] ?? 0;
    }

    /**
     * @param array<string, true> $deleted
     * @return list<int> row numbers
     */
    private static function rowsBelow(Feed $feed, FeedStore $store, array $deleted): array
    {
        $profile = FeedProfile::of($feed);
        $below = [];
        foreach ($store->all($feed) as $row) {
            if (!$row->deleted && self::isBelow(StoredKey::of($profile, $row->data)->branch(), $deleted)) {
                $below[] = $row->id;
            }
        }

        return $below;
    }

    /** @param array<string, true> $deleted */
    private static function isBelow(string $key, array $deleted): bool
    {
        while (($end = strrpos($key, '/')) !== false) {
            $key = substr($key, 0, $end);
            if (isset($deleted[$key])) {
                return true;
            }
        }

        return false;
    }
}
