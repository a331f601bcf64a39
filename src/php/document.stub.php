<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * One item as it is sent.
 *
 * @strict-properties
 * @not-serializable
 */
final class Document implements \Stringable, \JsonSerializable
{
    public readonly Feed $feed;

    /** SHA-1 hex of the identity of the source item: the `feed_id` of Commerce's feed tables. */
    public readonly string $id;

    /** SHA-1 hex of the JSON. An item whose hash is unchanged need not be sent. */
    public readonly string $hash;

    /** True for the body of a deletion. */
    public readonly bool $deleted;

    /** True for a part of a body: it is sent with PATCH, and changes only the members that it has. */
    public readonly bool $patch;

    private function __construct() {}

    /**
     * A document from stored JSON.
     *
     * @param string $id 1 to 64 bytes, normally the `$id` of the document that was stored
     * @param string $json one JSON object of at most 64 levels, kept byte for byte
     * @throws Exception\InvalidArgumentException
     */
    public static function fromJson(Feed $feed, string $id, string $json, bool $deleted = false): Document {}

    /**
     * A part of a document, which the API merges into what it holds: the members that identify the item, and those
     * that have changed.
     *
     * The API takes it for an item that it does not hold without saying so, and then nothing comes of it. What it makes
     * of an empty list is not documented. A part settles no earlier document of its id that has failed, as the next
     * whole document does.
     *
     * @param string $id 1 to 64 bytes: that of the whole document
     * @param string $json one JSON object of at most 64 levels, kept byte for byte
     * @throws Exception\InvalidArgumentException also for a feed without PATCH, see Feed::takesPatch()
     */
    public static function patch(Feed $feed, string $id, string $json): Document {}

    /** The JSON, as it is sent. */
    public function __toString(): string {}

    /** The JSON, decoded. @return array<string, mixed> */
    public function jsonSerialize(): array {}
}
