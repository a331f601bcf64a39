<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** A row of the table of leases, as it was read. */
final class LeaseRow
{
    /** @param ?Holder $holder null: the lease is free */
    public function __construct(
        public readonly int $fence,
        public readonly int $renewals,
        public readonly ?Holder $holder,
        /** Who waits for it, "" when nobody does. */
        public readonly string $wantedBy,
    ) {
    }

    /** What changes with each renewal and each change of hands. */
    public function state(): string
    {
        return "$this->fence.$this->renewals";
    }
}
