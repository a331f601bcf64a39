<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * Maps feed items, as Commerce's SaaS Data Export assembles them, to documents of the ingestion API.
 *
 * @strict-properties
 * @not-serializable
 */
final class Mapper
{
    public readonly Feed $feed;

    public function __construct(Feed $feed, ?Scopes $scopes = null) {}

    /**
     * The document of one item, or null for an item that is never submitted (the root category).
     *
     * Invalid UTF-8 becomes U+FFFD. Fields that the feed does not map are ignored, whatever their value.
     *
     * @param array $item array<string, mixed>
     * @throws Exception\MappingException names the field when one is missing or of a wrong type
     */
    public function map(array $item): ?Document {}

    /**
     * The documents of many items, under the keys of the items: faster than one after the other.
     *
     * In the place of an item that is never submitted is null, in that of one that cannot be mapped the
     * MappingException that map() would throw.
     *
     * @param array $items array<array<string, mixed>>
     * @return array array<Document|Exception\MappingException|null>
     * @throws Exception\InvalidArgumentException when one of the items is no array
     */
    public function mapAll(array $items): array {}

    /**
     * The document that deletes an item, with the same id, whether or not the item is marked as deleted. null for the
     * root category.
     *
     * Reads only the members that identify the item.
     *
     * @param array $item array<string, mixed>
     * @throws Exception\MappingException names the field when one is missing or of a wrong type
     */
    public function deletion(array $item): ?Document {}
}
