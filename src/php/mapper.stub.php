<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * Maps feed items, as Commerce's SaaS Data Export assembles them, to bodies of the ingestion API.
 *
 * @strict-properties
 * @not-serializable
 */
final class Mapper
{
    public readonly Feed $feed;

    public function __construct(Feed $feed, ?Scopes $scopes = null) {}

    /**
     * The body of one item, or null for an item that is never submitted (the root category).
     *
     * Invalid UTF-8 becomes U+FFFD. Fields the feed does not map are ignored whatever they hold.
     *
     * @param array $item array<string, mixed>
     * @throws Exception\MappingException names the field when one is missing or of a wrong type
     */
    public function map(array $item): ?Document {}

    /**
     * The body that deletes an item, under the same id, whether the item is marked as deleted or not; null for the root
     * category.
     *
     * Only what identifies the item is looked at.
     *
     * @param array $item array<string, mixed>
     * @throws Exception\MappingException names the field when one is missing or of a wrong type
     */
    public function deletion(array $item): ?Document {}
}
