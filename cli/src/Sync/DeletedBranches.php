<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Feed;

/**
 * What the service deletes along with an item, although the source may still hold it: the categories below a category,
 * the child books of a price book and the prices in all of them.
 */
final class DeletedBranches
{
    /** @var array<string, array<string, true>> deleted categories and price books, by feed name */
    private array $deleted = [];

    /** @var array<string, int> items to be sent again, by feed name */
    private array $below = [];

    public static function haveRoots(Feed $feed): bool
    {
        return $feed === Feed::Categories || $feed === Feed::PriceBooks;
    }

    public function add(Feed $feed, FeedRow $row): void
    {
        $this->deleted[$feed->value][self::key($feed, $row)] = true;
    }

    /** Has what is still wanted below sent again when the source is read next. */
    public function forgetBelow(FeedStore $store): void
    {
        foreach ($this->deleted as $name => $deleted) {
            $feeds = $name === Feed::Categories->value ? [Feed::Categories] : [Feed::PriceBooks, Feed::Prices];
            foreach ($feeds as $feed) {
                $below = [];
                foreach ($store->all($feed) as $row) {
                    if (!$row->deleted && self::isBelow(self::key($feed, $row), $deleted)) {
                        $below[] = $row->id;
                    }
                }
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

    /** The place in the tree: levels are separated by slashes. */
    private static function key(Feed $feed, FeedRow $row): string
    {
        $body = json_decode($row->data, true);

        return match ($feed) {
            Feed::Categories => ($body['source']['locale'] ?? '') . '/' . ($body['slug'] ?? ''),
            Feed::PriceBooks => strtr($body['priceBookId'] ?? '', ['::' => '/']),
            default => strtr($body['priceBookId'] ?? '', ['::' => '/']) . '/' . ($body['sku'] ?? ''),
        };
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
