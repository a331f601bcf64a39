<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** An ordered list of row numbers, eight bytes each. */
final class RowList
{
    private const BYTES = 8;

    private string $packed = '';

    /** @param list<int> $ids */
    public function add(array $ids): void
    {
        foreach (array_chunk($ids, 1000) as $chunk) {
            $this->packed .= pack('P*', ...$chunk);
        }
    }

    public function count(): int
    {
        return intdiv(strlen($this->packed), self::BYTES);
    }

    /** @return \Generator<list<int>> */
    public function pages(int $size): \Generator
    {
        for ($offset = 0; $offset < strlen($this->packed); $offset += $size * self::BYTES) {
            yield array_values(unpack('P*', substr($this->packed, $offset, $size * self::BYTES)));
        }
    }
}
