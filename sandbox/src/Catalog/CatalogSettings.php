<?php

declare(strict_types=1);

namespace Aco\Sandbox\Catalog;

/** What the ingestion API allows; a rate of 0 means no limit. */
final class CatalogSettings
{
    public function __construct(
        public readonly float $requestsPerSecond,
        public readonly int $productsPerMinute,
        public readonly int $pricesPerMinute,
        public readonly bool $strictPrices,
    ) {
    }
}
