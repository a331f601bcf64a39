<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Feed;

/** Deleted categories: the service deletes all below them as well, even what the source still holds. */
final class DeletedBranches
{
    /** @var array<string, true> locale and slug */
    private array $deleted = [];

    /** @param list<FeedRow> $rows */
    public function add(array $rows): void
    {
        foreach ($rows as $row) {
            [$locale, $slug] = self::place($row);
            $this->deleted["$locale\0$slug"] = true;
        }
    }

    /** Has the categories below that are still wanted sent again by the next sync. @return int how many */
    public function forgetBelow(FeedStore $store): int
    {
        $below = [];
        foreach ($store->all(Feed::Categories) as $row) {
            if (!$row->deleted && $this->isBelow($row)) {
                $below[] = $row->id;
            }
        }
        if ($below !== []) {
            $store->forgetRows(Feed::Categories, $below);
        }

        return count($below);
    }

    private function isBelow(FeedRow $row): bool
    {
        [$locale, $slug] = self::place($row);
        while (($end = strrpos($slug, '/')) !== false) {
            $slug = substr($slug, 0, $end);
            if (isset($this->deleted["$locale\0$slug"])) {
                return true;
            }
        }

        return false;
    }

    /** @return array{string, string} */
    private static function place(FeedRow $row): array
    {
        $body = json_decode($row->data, true);

        return [(string) ($body['source']['locale'] ?? ''), (string) ($body['slug'] ?? '')];
    }
}
