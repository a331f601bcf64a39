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

    private function __construct() {}

    /**
     * A document from stored JSON.
     *
     * @param string $id 1 to 64 bytes, normally the `$id` of the document that was stored
     * @param string $json one JSON object of at most 64 levels, kept byte for byte
     * @throws Exception\InvalidArgumentException
     */
    public static function fromJson(Feed $feed, string $id, string $json, bool $deleted = false): Document {}

    /** The JSON, as it is sent. */
    public function __toString(): string {}

    /** The JSON, decoded. @return array<string, mixed> */
    public function jsonSerialize(): array {}
}
