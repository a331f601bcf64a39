<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Import;

/** One response of the search. */
final class SearchPage
{
    /**
     * @param list<array<array-key, mixed>> $assets each with assetId, assetMetadata and repositoryMetadata
     * @param string $cursor of the next page; "": this was the last one
     */
    public function __construct(
        public readonly array $assets,
        public readonly string $cursor,
    ) {
    }
}
