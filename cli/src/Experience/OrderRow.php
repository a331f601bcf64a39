<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/** A row of the table of orders. */
final class OrderRow
{
    public function __construct(
        /** Of the latest version, in the form of the tables (UTC). */
        public readonly string $changedAt,
        /** Whether that version could not be mapped. */
        public readonly bool $isRefused,
    ) {
    }
}
