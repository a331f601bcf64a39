<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * Reads feed items (JSON lines or one JSON array, gzip or not) and maps them, a chunk at a time. A loop over it yields
 * chunks, and goes on where the one before ended.
 *
 * Numbers that PHP would round become strings; bytes that are not UTF-8 and unpaired surrogates become U+FFFD. A line
 * of more than 32 MiB is passed over and reported.
 *
 * @strict-properties
 * @not-serializable
 */
final class ItemReader implements \IteratorAggregate
{
    /**
     * @param mixed $source string|resource: a path, or an open stream such as STDIN
     * @param int $chunkItems items of a chunk at most, 1 to 100000
     * @param string|null $name how messages call the source; by default the name of the file, or "standard input"
     * @throws Exception\ReadException when the path cannot be read
     * @throws Exception\InvalidArgumentException
     */
    public function __construct(Mapper $mapper, mixed $source, int $chunkItems = 500, ?string $name = null) {}

    /**
     * The next chunk, of about 2 MiB at most; null at the end.
     *
     * @throws Exception\ReadException when the source is damaged, after all that comes before was returned
     */
    public function next(): ?ItemChunk {}

    /** Bytes read from the source so far, before unpacking. */
    public function consumed(): int {}

    /** The size of a regular file; null for other sources. */
    public function size(): ?int {}

    /**
     * A reader of the same items from the start; null when the source can be read only once.
     *
     * @throws Exception\ReadException when the path cannot be read any more
     */
    public function reopen(): ?ItemReader {}

    /** What a text is called: "line", or "item" of an array. Known after the first chunk. */
    public function unit(): string {}

    /** @return \Iterator \Iterator<int, ItemChunk> */
    public function getIterator(): \Iterator {}
}
