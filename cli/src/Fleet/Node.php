<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet;

use Aco\Cli\Store\Holder;

/** A node of the fleet, as its row says. */
final class Node
{
    public function __construct(
        public readonly Holder $holder,
        public readonly int $workers,
        public readonly int $renewals,
        public readonly string $startedAt,
        public readonly string $renewedAt,
    ) {
    }
}
