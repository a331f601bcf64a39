<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Feed;
use Aco\Scopes;

/** Marks what was synced of disabled websites and store views as to be deleted. */
final class ScopeSweep
{
    public static function run(FeedStore $store, Scopes $scopes): void
    {
        foreach (Feed::cases() as $feed) {
            $disabled = array_fill_keys(
                Identity::isOfWebsite($feed) ? $scopes->disabledWebsites : $scopes->disabledStoreViews,
                true,
            );
            if ($disabled === []) {
                continue;
            }
            $found = [];
            foreach ($store->all($feed) as $row) {
                if (!$row->deleted && isset($disabled[self::scope($feed, $row)])) {
                    $found[] = $row;
                }
                if (count($found) === FeedStore::PAGE) {
                    Sweep::stageDeletions($store, $feed, $found);
                    $found = [];
                }
            }
            if ($found !== []) {
                Sweep::stageDeletions($store, $feed, $found);
            }
        }
    }

    private static function scope(Feed $feed, FeedRow $row): string
    {
        $body = json_decode($row->data, true);

        return Identity::isOfWebsite($feed)
            ? explode('::', (string) ($body['priceBookId'] ?? ''), 2)[0]
            : (string) ($body['source']['locale'] ?? '');
    }
}
