<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Feed;
use Aco\Scopes;

/** Marks the synced items of disabled websites and store views for deletion. */
final class ScopeSweep
{
    /** @return array<string, FeedReport> by feed name, of feeds with rows that could not be marked */
    public static function run(FeedStore $store, Scopes $scopes): array
    {
        $reports = [];

        foreach (Feed::cases() as $feed) {
            $profile = FeedProfile::of($feed);
            $disabled = array_fill_keys(
                $profile->isOfWebsite ? $scopes->disabledWebsites : $scopes->disabledStoreViews,
                true,
            );

            if ($disabled === []) {
                continue;
            }

            $report = new FeedReport($feed);
            $found = [];

            foreach ($store->all($feed) as $row) {
                if (!$row->deleted && self::isDisabled($profile, $row, $disabled)) {
                    $found[] = $row;
                }

                if (count($found) === FeedStore::PAGE) {
                    Sweep::stageDeletions($store, $feed, $found, $report);
                    $found = [];
                }
            }

            Sweep::stageDeletions($store, $feed, $found, $report);

            if ($report->withoutKey > 0 || $report->rejected > 0) {
                $reports[$feed->value] = $report;
            }
        }

        return $reports;
    }

    /** A row of unknown scope may belong to them: it cannot be deleted, and is reported. */
    private static function isDisabled(FeedProfile $profile, FeedRow $row, array $disabled): bool
    {
        $scope = StoredKey::of($profile, $row->data)->scope();

        return ($scope === '' && !$profile->hasLayers) || isset($disabled[$scope]);
    }
}
