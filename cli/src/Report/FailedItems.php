<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

use Aco\Cli\Store\FeedStore;
use Aco\Feed;

/** The items that were not delivered, as status shows them. */
final class FailedItems
{
    /**
     * @param list<Feed> $feeds
     * @return \Generator<array<string, mixed>>
     */
    public static function of(FeedStore $store, array $feeds): \Generator
    {
        foreach ($feeds as $feed) {
            foreach ($store->failed($feed) as $row) {
                yield ItemFacts::of($feed, $row);
            }
        }
    }
}
