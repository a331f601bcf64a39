<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/** What the table of orders holds of an order. */
final class OrderRow
{
    public function __construct(
        /** Of the latest version: UTC, as databases have it. */
        public readonly string $changedAt,
        /** Whether that version could not be mapped. */
        public readonly bool $isRefused,
    ) {
    }
}
