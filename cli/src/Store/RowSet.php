<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** A set of row numbers: one bit each, so that a million of them take 128 KiB. */
final class RowSet
{
    private const PAGE_BITS = 15;
    private const PAGE_BYTES = 1 << (self::PAGE_BITS - 3);
    private const PAGE_MASK = (1 << self::PAGE_BITS) - 1;

    /** @var array<int, string> */
    private array $pages = [];

    public function add(int $id): void
    {
        $page = $id >> self::PAGE_BITS;
        $this->pages[$page] ??= str_repeat("\0", self::PAGE_BYTES);
        $bit = $id & self::PAGE_MASK;
        $this->pages[$page][$bit >> 3] = chr(ord($this->pages[$page][$bit >> 3]) | 1 << ($bit & 7));
    }

    /** @param list<int> $ids */
    public function addAll(array $ids): void
    {
        array_map($this->add(...), $ids);
    }

    public function has(int $id): bool
    {
        $bit = $id & self::PAGE_MASK;
        $page = $this->pages[$id >> self::PAGE_BITS] ?? null;

        return $page !== null && (ord($page[$bit >> 3]) >> ($bit & 7) & 1) === 1;
    }
}
