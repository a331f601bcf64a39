<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/**
 * A Bloom filter of ids, in memory of a fixed size and then in a file: what it says is new is new, and of a few others
 * it does not know.
 *
 * With 32 bits an id, 5 of them set, when the memory is full, that is one new id in 16,000.
 */
final class IdFilter
{
    private const IN_MEMORY = 1 << 20;
    private const BYTES = 1 << 22;
    private const BITS = 8 * self::BYTES;
    /** The part of a number that does not choose one of the bits. */
    private const REST_SHIFT = 25;

    private string $bits;
    private int $count = 0;
    private ?IdFile $file = null;
    private bool $isFull = false;

    /** @param string $folder of the file */
    public function __construct(private readonly string $folder)
    {
        $this->bits = str_repeat("\0", self::BYTES);
    }

    /** @return bool whether it was surely not added before */
    public function add(string $id): bool
    {
        [, $a, $b, $c, $d] = unpack('V4', hash('xxh128', $id, true));
        $e = $a >> self::REST_SHIFT | $b >> self::REST_SHIFT << 7 | $c >> self::REST_SHIFT << 14
            | $d >> self::REST_SHIFT << 21;
        $numbers = [$a, $b, $c, $d, $e];

        if ($this->count < self::IN_MEMORY) {
            $isNew = self::set($this->bits, $numbers);
            $this->count += (int) $isNew;

            return $isNew;
        }

        if ($this->isKnown($numbers)) {
            return false;
        }

        $this->file ??= IdFile::in($this->folder);
        $isNew = $this->file?->add($numbers) ?? false;
        $this->isFull = $this->file?->isFull() ?? true;

        return $isNew;
    }

    /** Whether it takes no more ids, or would know too little of them. */
    public function isFull(): bool
    {
        return $this->isFull;
    }

    /**
     * Sets the bits that the numbers choose.
     *
     * @param string $bits as many bytes as a power of two says
     * @param list<int> $numbers
     * @return bool whether one of them was not set
     */
    public static function set(string &$bits, array $numbers): bool
    {
        $mask = 8 * strlen($bits) - 1;
        $isNew = false;
        foreach ($numbers as $number) {
            $bit = 1 << ($number & 7);
            $byte = ($number & $mask) >> 3;
            $value = ord($bits[$byte]);
            if (($value & $bit) === 0) {
                $bits[$byte] = chr($value | $bit);
                $isNew = true;
            }
        }

        return $isNew;
    }

    /** @param list<int> $numbers */
    private function isKnown(array $numbers): bool
    {
        foreach ($numbers as $number) {
            if ((ord($this->bits[($number & self::BITS - 1) >> 3]) >> ($number & 7) & 1) === 0) {
                return false;
            }
        }

        return true;
    }
}
