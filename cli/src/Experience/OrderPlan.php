<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Store\Leftovers;

/** What a run is to do. */
final class OrderPlan
{
    public function __construct(
        /** Null: only what earlier runs have left. */
        public readonly ?OrderSource $source,
        public readonly Leftovers $leftovers = Leftovers::All,
        /** Orders that were placed then, and of them everything, delivered or not. Null: what is new in any order. */
        public readonly ?DateRange $history = null,
    ) {
    }
}
