<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/**
 * A Bloom filter in a file of a fixed size, for ids that are too many for memory. The bits of an id are in one block,
 * which is read and written once.
 *
 * With 32 bits an id, 4 of them set, when it is full, that is one new id in some four thousand.
 */
final class IdFile
{
    private const BLOCK_BYTES = 64;
    private const BLOCKS = 1 << 20;
    private const BYTES = self::BLOCKS * self::BLOCK_BYTES;
    private const CAPACITY = 16 * self::BLOCKS;

    private int $count = 0;
    private bool $hasFailed;

    /** @param resource $handle of an empty file */
    public function __construct(private readonly mixed $handle)
    {
        stream_set_read_buffer($handle, 0);
        stream_set_write_buffer($handle, 0);
        $this->hasFailed = !ftruncate($handle, self::BYTES);
    }

    /** A file without a name, of which a killed process leaves nothing; null when the folder takes none. */
    public static function in(string $folder): ?self
    {
        // Elsewhere tempnam() would fall back to a folder that may be in memory.
        $path = is_writable($folder) ? @tempnam($folder, 'aco') : false;
        if ($path === false) {
            return null;
        }

        $handle = @fopen($path, 'r+b');
        @unlink($path);

        return $handle === false ? null : new self($handle);
    }

    /**
     * @param list<int> $numbers hashes of the id: the first one chooses the block, the others bits of it
     * @return bool whether it was surely not added before; false when it could not be added
     */
    public function add(array $numbers): bool
    {
        $offset = array_shift($numbers) % self::BLOCKS * self::BLOCK_BYTES;
        $block = $this->read($offset);
        if ($block === null || !$block->add($numbers)) {
            return false;
        }

        $this->count++;

        return $this->write($offset, $block->bytes);
    }

    /** Whether it takes no more ids, or would know too little of them. */
    public function isFull(): bool
    {
        return $this->hasFailed || $this->count >= self::CAPACITY;
    }

    private function read(int $offset): ?BloomBits
    {
        fseek($this->handle, $offset);
        $block = @fread($this->handle, self::BLOCK_BYTES);
        if ($block !== false && strlen($block) === self::BLOCK_BYTES) {
            return new BloomBits($block);
        }

        $this->hasFailed = true;

        return null;
    }

    private function write(int $offset, string $block): bool
    {
        fseek($this->handle, $offset);
        if (@fwrite($this->handle, $block) === self::BLOCK_BYTES) {
            return true;
        }

        $this->hasFailed = true;

        return false;
    }
}
