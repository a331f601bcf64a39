<?php

declare(strict_types=1);

namespace Aco\Cli\Source;

/** A line, or a member of an array, that is not an item. */
final class BadLine
{
    public function __construct(
        public readonly string $source,
        public readonly int $line,
        public readonly string $reason,
        public readonly string $unit = 'line',
    ) {
    }

    public function place(): string
    {
        return "{$this->source} {$this->unit} {$this->line}";
    }

    /** @return array{source: string, line: int, reason: string} */
    public function data(): array
    {
        return ['source' => $this->source, 'line' => $this->line, 'reason' => $this->reason];
    }
}
