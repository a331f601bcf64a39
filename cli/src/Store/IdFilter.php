<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/**
 * A Bloom filter of ids, in memory of a fixed size: what it says is new is new, and of a few others it does not know.
 *
 * With 32 bits an id, or 16 when it is full, and 4 of them set, that is one new id in 5,000, or in 400.
 */
final class IdFilter
{
    private const CAPACITY = 2000000;
    private const BYTES = 1 << 22;
    private const MASK = self::BYTES * 8 - 1;

    private string $bits;
    private int $count = 0;

    public function __construct()
    {
        $this->bits = str_repeat("\0", self::BYTES);
    }

    /** @return bool whether it was surely not added before */
    public function add(string $id): bool
    {
        $isNew = false;
        foreach (unpack('V4', hash('xxh128', $id, true)) as $number) {
            $bit = 1 << ($number & 7);
            $byte = ($number & self::MASK) >> 3;
            $value = ord($this->bits[$byte]);
            if (($value & $bit) === 0) {
                $this->bits[$byte] = chr($value | $bit);
                $isNew = true;
            }
        }
        $this->count += (int) $isNew;

        return $isNew;
    }

    /** Whether it would know too little of more of them. */
    public function isFull(): bool
    {
        return $this->count >= self::CAPACITY;
    }
}
