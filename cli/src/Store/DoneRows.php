<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** Rows that are delivered or rejected, in the order of their numbers. */
final class DoneRows
{
    /**
     * @param string $hashes StoredHash of each, separated by commas
     * @param list<int> $numbers of the rows; empty: they follow each other from $first
     * @param array<int, true> $rejected places of rejected rows
     */
    private function __construct(
        public readonly string $hashes,
        private readonly int $first,
        private readonly array $numbers = [],
        private readonly array $rejected = [],
    ) {
    }

    /** Delivered rows whose numbers follow each other. */
    public static function following(int $first, string $hashes): self
    {
        return new self($hashes, $first);
    }

    /** @param list<array{int|string, ?string, int|string}> $rows number, hash and status of each */
    public static function listed(array $rows): self
    {
        $isRejected = static fn (array $row): bool => (int) $row[2] === Status::REJECTED;
        $rejected = array_fill_keys(array_keys(array_filter($rows, $isRejected)), true);

        return new self(implode(',', array_column($rows, 1)), 0, array_column($rows, 0), $rejected);
    }

    public function number(int $place): int
    {
        return (int) ($this->numbers[$place] ?? $this->first + $place);
    }

    /** @param array<int, int> $places of rows */
    public function countRejected(array $places): int
    {
        return $this->rejected === [] ? 0 : count(array_intersect_key(array_flip($places), $this->rejected));
    }
}
