<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Experience;

/**
 * One event of an order, as it is sent to the Edge Network.
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

    /** The UUID of the order, or its number in the database when it has none. */
    public readonly string $orderId;

    /** The website, which decides the datastream; "" when the store view of the order was deleted. */
    public readonly string $websiteCode;

    /** When the event happened, as in RFC 3339. */
    public readonly string $timestamp;

    /**
     * How much of the order is not in the body, by field: `trackingNumber` for tracking numbers that are not numbers;
     * for an event that would be too large for a request, `details` for names, options and custom attributes, and
     * `productListItems` for lines.
     *
     * @var array<string, int>
     */
    public readonly array $leftOut;

    private function __construct() {}

    /**
     * An event from its stored parts.
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

    /** The JSON, as it is sent: `{"xdm":{…}}`. */
    public function __toString(): string {}

    /** The JSON, decoded. @return array<string, mixed> */
    public function jsonSerialize(): array {}
}
