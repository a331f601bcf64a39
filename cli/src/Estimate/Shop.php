<?php

declare(strict_types=1);

namespace Aco\Cli\Estimate;

use Aco\Cli\Sync\FeedProfile;
use Aco\Feed;

/** The size of a shop, in the terms of Adobe's page about data volumes. */
final class Shop
{
    public function __construct(
        private readonly int $products = 0,
        private readonly int $storeViews = 1,
        private readonly int $categories = 0,
        private readonly int $attributes = 0,
        private readonly int $websites = 1,
        private readonly int $customerGroups = 1,
    ) {
    }

    /**
     * @return list<Volume> as that page counts: everything in every scope, and without the websites' base price books
     */
    public function volumes(): array
    {
        return array_map(
            fn (Feed $feed): Volume => Volume::ofRecords($feed, $this->records($feed)),
            FeedProfile::ofCommerce(),
        );
    }

    private function records(Feed $feed): int
    {
        return array_product(array_map(
            fn (string $dimension): int => $this->$dimension,
            FeedProfile::of($feed)->dimensions,
        ));
    }
}
