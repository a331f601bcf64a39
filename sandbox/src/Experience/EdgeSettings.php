<?php

declare(strict_types=1);

namespace Aco\Sandbox\Experience;

/** What the Edge Network allows; 0 units a second mean no limit. */
final class EdgeSettings
{
    /** @param array<string, string> $datastreams "enabled" or "disabled" by id; none: every id is one */
    public function __construct(
        public readonly array $datastreams,
        public readonly bool $authenticated,
        public readonly int $collectUnits,
        public readonly int $interactUnits,
    ) {
    }
}
