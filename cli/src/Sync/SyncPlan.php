<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Source\FeedInput;
use Aco\Cli\Store\Leftovers;

/** What a run has to do. */
final class SyncPlan
{
    /**
     * @param array<string, ?FeedInput> $inputs by feed name
     * @param ?DeletionLimit $deletions null when the input is a part of the source: nothing is deleted then
     * @param ?ItemFilter $only the requested items, which are sent even if unchanged
     * @param ?int $batchSize maximum number of items in a request, below the API's limit
     */
    public function __construct(
        public readonly array $inputs,
        public readonly Leftovers $leftovers = Leftovers::All,
        public readonly ?DeletionLimit $deletions = null,
        public readonly ?ItemFilter $only = null,
        public readonly ?int $batchSize = null,
    ) {
    }
}
