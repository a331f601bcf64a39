<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Store\Leftovers;

/** What a run has to do. */
final class OrderPlan
{
    public function __construct(
        /** Null: only what earlier runs have left. */
        public readonly ?OrderSource $source,
        public readonly Leftovers $leftovers = Leftovers::All,
        /** Send all events of orders placed then. Null: send the new events of all orders. */
        public readonly ?DateRange $history = null,
    ) {
    }
}
