<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * Some of the texts that an ItemReader reads, in their order; positions begin at 0.
 *
 * @strict-properties
 * @not-serializable
 */
final class ItemChunk implements \Countable
{
    private function __construct() {}

    /**
     * 22 characters of base64url, equal only for equal texts that were read with the same version of the library, feed
     * and scopes, for which the first 4 characters stand. An item with a known fingerprint need not be mapped.
     *
     * @throws Exception\InvalidArgumentException
     */
    public function fingerprint(int $position): string {}

    /**
     * Looks for the items in a list of fingerprints, fastest where it has their order.
     *
     * @param string $noted fingerprints separated by commas; each may have a dot and something else before it
     * @return array array<int, int>: by the positions of the items that are in the list, the number of their entry,
     *     from 0
     */
    public function find(string $noted): array {}

    /**
     * Maps the items.
     *
     * @param array|null $positions list<int>, null for all
     * @return array array<int, MappedItem> by position
     * @throws Exception\InvalidArgumentException
     */
    public function map(?array $positions = null): array {}

    /**
     * The decoded item, null when the text is none.
     *
     * @return array|null array<string, mixed>
     * @throws Exception\InvalidArgumentException
     */
    public function item(int $position): ?array {}

    /**
     * Maps an item that the caller has changed, as the one at the position.
     *
     * @param array $item array<string, mixed>
     * @throws Exception\InvalidArgumentException
     */
    public function mapItem(int $position, array $item): MappedItem {}

    /**
     * The number of the text in its source, from 1.
     *
     * @throws Exception\InvalidArgumentException
     */
    public function line(int $position): int {}

    /** The length of the texts. */
    public function bytes(): int {}

    public function count(): int {}
}
