<?php

declare(strict_types=1);

namespace Aco\Cli\Verify;

/** A price that was delivered. */
final class SentPrice
{
    public function __construct(
        public readonly int $row,
        public readonly float $regular,
        /** When its result was written, Unix time. */
        public readonly int $sentAt,
    ) {
    }
}
