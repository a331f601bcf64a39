<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/**
 * A Bloom filter of ids, in memory for the first million and then in a file: what it says is new is new, and of a few
 * others it does not know.
 *
 * With 32 bits an id, 5 of them set, when the memory has its million, that is one new id in 16,000.
 */
final class IdFilter
{
    private const IN_MEMORY = 1 << 20;
    private const BYTES = 1 << 22;
    /** The bits of a number that choose one of so many. */
    private const CHOICE = 25;

    private readonly BloomBits $bits;
    private int $count = 0;
    private ?IdFile $file = null;
    private bool $hasFailed = false;

    /** @param string $folder of the file */
    public function __construct(private readonly string $folder)
    {
        $this->bits = new BloomBits(str_repeat("\0", self::BYTES));
    }

    /** @return bool whether it was surely not added before */
    public function add(string $id): bool
    {
        [, $a, $b, $c, $d] = unpack('V4', hash('xxh128', $id, true));
        // The fifth is made of what the others have left.
        $e = $a >> self::CHOICE | $b >> self::CHOICE << 7 | $c >> self::CHOICE << 14 | $d >> self::CHOICE << 21;
        $numbers = [$a, $b, $c, $d, $e];

        if ($this->count < self::IN_MEMORY) {
            $isNew = $this->bits->add($numbers);
            $this->count += (int) $isNew;

            return $isNew;
        }

        // What could not be added is not known when it comes again: nothing is called new from then on.
        if ($this->hasFailed || $this->bits->has($numbers)) {
            return false;
        }

        $this->file ??= IdFile::in($this->folder);
        $isNew = $this->file?->add($numbers) ?? false;
        $this->hasFailed = $this->file?->hasFailed() ?? true;

        return $isNew;
    }

    /** Whether it takes no more ids, as there is no file for them. */
    public function hasFailed(): bool
    {
        return $this->hasFailed;
    }
}
