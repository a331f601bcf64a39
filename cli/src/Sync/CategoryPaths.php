<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Feed;

/** Adds the path to deletions of categories, which Commerce omits, from the table, and says which are in the menu. */
final class CategoryPaths
{
    private readonly FeedProfile $profile;
    private readonly Deletions $deletions;
    private readonly ?MenuTree $menu;
    /** @var array<string, true> live items that were read but are not in the table yet */
    private array $read = [];

    private function __construct(
        private readonly Feed $feed,
        private readonly FeedStore $store,
        private readonly \Closure $isCurrent,
    ) {
        $this->profile = FeedProfile::of($feed);
        $this->deletions = new Deletions($feed, $store);
        $this->menu = MenuTree::ifOn($store);
    }

    /**
     * Null for a feed whose deletions say what they delete.
     *
     * @param \Closure(FeedRow): bool $isCurrent whether the source of this run contains the row's item
     */
    public static function ifNeeded(Feed $feed, FeedStore $store, \Closure $isCurrent): ?self
    {
        return FeedProfile::of($feed)->deletesWithoutCode ? new self($feed, $store, $isCurrent) : null;
    }

    /** Items that were read before are in the table now. */
    public function begin(): void
    {
        $this->read = [];
    }

    /**
     * Called with all items that are read together, before the first of them is completed.
     *
     * @param array<string, mixed> $item
     */
    public function see(array $item): void
    {
        $this->menu?->see($item);
    }

    /**
     * @param array<string, mixed> $item
     * @return array<string, mixed> unchanged when there is nothing to complete, or the path is unknown
     */
    public function complete(array $item): array
    {
        return $this->withPath($this->menu?->complete($item) ?? $item);
    }

    /**
     * @param array<string, mixed> $item
     * @return array<string, mixed>
     */
    private function withPath(array $item): array
    {
        $storeView = $item['storeViewCode'] ?? null;
        $path = $item['urlPath'] ?? null;
        if (!is_string($storeView) || $path !== null || empty($item['deleted'])) {
            if (is_string($path) && is_string($storeView) && empty($item['deleted'])) {
                $this->read["$path\0$storeView"] = true;
            }

            return $item;
        }
        $path = $this->find($this->profile->sourceEntityId($item), $storeView);

        return $path === null ? $item : ['urlPath' => $path] + $item;
    }

    /** A moved category has a row for each path; the deleted one is not in the source any more. */
    private function find(int $number, string $storeView): ?string
    {
        $live = $gone = $deleted = [];

        foreach ($this->store->ofEntity($this->feed, $number) as $row) {
            $isThere = StoredKey::of($this->profile, $row->data)->scope() === $storeView;
            $path = $isThere ? $this->deletions->path($row) : null;
            if ($path === null) {
                continue;
            }

            if ($row->deleted) {
                $deleted[] = $path;
                continue;
            }

            $live[] = $path;

            if (!isset($this->read["$path\0$storeView"]) && !($this->isCurrent)($row)) {
                $gone[] = $path;
            }
        }

        return match (true) {
            count($gone) === 1 => $gone[0],
            $gone === [] && count($live) === 1 => $live[0],
            $live === [] && $deleted !== [] => end($deleted),
            default => null,
        };
    }
}
