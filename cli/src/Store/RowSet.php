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
        $this->addAll([$id]);
    }

    /** @param list<int> $ids */
    public function addAll(array $ids): void
    {
        $empty = str_repeat("\0", self::PAGE_BYTES);
        foreach ($ids as $id) {
            $this->pages[$id >> self::PAGE_BITS] ??= $empty;
            $byte = ($id & self::PAGE_MASK) >> 3;
            $page = &$this->pages[$id >> self::PAGE_BITS];
            $page[$byte] = chr(ord($page[$byte]) | 1 << ($id & 7));
        }
    }

    public function has(int $id): bool
    {
        $bit = $id & self::PAGE_MASK;
        $page = $this->pages[$id >> self::PAGE_BITS] ?? null;

        return $page !== null && (ord($page[$bit >> 3]) >> ($bit & 7) & 1) === 1;
    }
}
