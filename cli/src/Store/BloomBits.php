<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** The bits of a Bloom filter, each chosen by the lowest bits of a number. */
final class BloomBits
{
    private readonly int $mask;

    /** @param string $bytes as many as a power of two */
    public function __construct(public string $bytes)
    {
        $this->mask = 8 * strlen($bytes) - 1;
    }

    /**
     * @param list<int> $numbers hashes of an element
     * @return bool whether it was surely not added before
     */
    public function add(array $numbers): bool
    {
        $isNew = false;
        foreach ($numbers as $number) {
            $bit = 1 << ($number & 7);
            $byte = ($number & $this->mask) >> 3;
            $value = ord($this->bytes[$byte]);
            if (($value & $bit) === 0) {
                $this->bytes[$byte] = chr($value | $bit);
                $isNew = true;
            }
        }

        return $isNew;
    }

    /** @param list<int> $numbers hashes of an element that may have been added */
    public function has(array $numbers): bool
    {
        foreach ($numbers as $number) {
            if ((ord($this->bytes[($number & $this->mask) >> 3]) >> ($number & 7) & 1) === 0) {
                return false;
            }
        }

        return true;
    }
}
