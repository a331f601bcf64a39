<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\Files\OwnFile;

/**
 * A Bloom filter in a file of a fixed size, for ids that are too many for memory. The bits of an id are in one block,
 * which is read and written once.
 *
 * With 8 million ids, 4 bits set for each, it does not know one new id in some 30,000, with 16 million one in 4,000.
 */
final class IdFile
{
    private const BLOCK_BYTES = 64;
    private const BLOCKS = 1 << 20;
    private const BYTES = self::BLOCKS * self::BLOCK_BYTES;

    private bool $hasFailed;

    /** @param resource $handle of an empty file */
    public function __construct(private readonly mixed $handle)
    {
        stream_set_read_buffer($handle, 0);
        stream_set_write_buffer($handle, 0);
        $this->hasFailed = !ftruncate($handle, self::BYTES);
    }

    /** A file whose name is gone at once, so that nothing is left of it; null when the folder takes none. */
    public static function in(string $folder): ?self
    {
        $path = "$folder/ids-" . bin2hex(random_bytes(8)) . '.tmp';
        $handle = OwnFile::create($path, 'x+b');
        if ($handle === false) {
            return null;
        }

        unlink($path);

        return new self($handle);
    }

    /**
     * @param list<int> $numbers hashes of the id: the first one chooses the block, the others bits of it
     * @return bool whether it was surely not added before; false when it could not be added
     */
    public function add(array $numbers): bool
    {
        $offset = array_shift($numbers) % self::BLOCKS * self::BLOCK_BYTES;
        $block = $this->read($offset);

        return $block !== null && $block->add($numbers) && $this->write($offset, $block->bytes);
    }

    /** Whether it takes no more ids. */
    public function hasFailed(): bool
    {
        return $this->hasFailed;
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
