<?php

declare(strict_types=1);

namespace Aco\Cli\Source;

/** A line that holds no item. */
final class BadLine
{
    public function __construct(
        public readonly string $source,
        public readonly int $line,
        public readonly string $reason,
    ) {
    }
}
