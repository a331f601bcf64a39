<?php

declare(strict_types=1);

namespace Aco\Cli\Estimate;

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

    /** @return list<Volume> as that page counts: everything in every scope, and without the websites' base price books */
    public function volumes(): array
    {
        return [
            Volume::ofRecords(Feed::Products, $this->products * $this->storeViews),
            Volume::ofRecords(Feed::Categories, $this->categories * $this->storeViews),
            Volume::ofRecords(Feed::ProductAttributes, $this->attributes * $this->storeViews),
            Volume::ofRecords(Feed::Prices, $this->products * $this->websites * $this->customerGroups),
            Volume::ofRecords(Feed::PriceBooks, $this->websites * $this->customerGroups),
        ];
    }
}
