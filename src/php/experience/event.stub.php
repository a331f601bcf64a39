<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Experience;

/**
 * One event of an order, as it goes to the Edge Network.
 *
 * @strict-properties
 * @not-serializable
 */
final class Event implements \Stringable, \JsonSerializable
{
    /** The `_id` of the XDM document: the same whenever the same event is made. */
    public readonly string $id;

    /** The `eventType` of the XDM document. */
    public readonly string $type;

    /** The UUID of the order, its number in the database where it has none. */
    public readonly string $orderId;

    /** Decides the datastream; "" when the order's store view was deleted. */
    public readonly string $websiteCode;

    /** When it happened, RFC 3339. */
    public readonly string $timestamp;

    /**
     * What of the order is not in the body, by field: `trackingNumber` for one that is not a number, `details` for
     * names, options and custom attributes and `productListItems` for lines that made the event too large for a
     * request.
     *
     * @var array<string, int>
     */
    public readonly array $leftOut;

    private function __construct() {}

    /**
     * An event from what was stored of it.
     *
     * @param string $id 1 to 64 bytes
     * @param string $json one JSON object of at most 64 levels, kept byte for byte
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public static function fromJson(
        string $id,
        string $type,
        string $orderId,
        string $websiteCode,
        string $timestamp,
        string $json
    ): Event {}

    /** The wire JSON: `{"xdm":{…}}`. */
    public function __toString(): string {}

    /** The wire JSON, decoded. @return array<string, mixed> */
    public function jsonSerialize(): array {}
}
