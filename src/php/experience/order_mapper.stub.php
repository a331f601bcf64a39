<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Experience;

/**
 * Maps orders, as Commerce's feed assembles them, to the events in them that are new.
 *
 * @strict-properties
 * @not-serializable
 */
final class OrderMapper
{
    public readonly Settings $settings;

    /** Whether fields have the names of Commerce's documentation where those of the XDM schemas differ. */
    public readonly bool $documentedNames;

    /** @var array<string, string> paths of the custom attributes of orders that are sent, by name */
    public readonly array $orderAttributes;

    /** @var array<string, string> the same of order lines */
    public readonly array $itemAttributes;

    /**
     * The path of tracking numbers as text, below `commerce.shipping`; "": only numbers are sent, in the field of the
     * schema.
     */
    public readonly string $trackingPath;

    /** Whether the e-mail address that is the identity is trimmed and in lower case. */
    public readonly bool $normalizedIdentity;

    /**
     * Only the listed attributes of `additionalInformation` are sent, because it also holds payment data. A path
     * consists of two to eight names of letters, digits and underscores, joined by dots. It starts with that of the
     * tenant, e.g. `_mytenant.giftWrapping`, and is below `commerce.order` or below each product list item. The schemas
     * take tracking numbers as numbers only, while most carriers use letters: `$trackingPath`, e.g.
     * `_mytenant.trackingNumber`, takes all of them.
     *
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public function __construct(
        Settings $settings,
        bool $documentedNames = false,
        array $orderAttributes = [],
        array $itemAttributes = [],
        string $trackingPath = '',
        bool $normalizedIdentity = false
    ) {}

    /**
     * The events of an order that were not sent before, in the order of the business process. There are none while back
     * office events are off for the website of the order.
     *
     * @param array $order array<string, mixed>
     * @param array $sentIds list<string> ids of the events that were sent before
     * @param array $firstSent array<string, array{string, ?string}> by id: the timestamp of an event and the
     *     `updatedAt` of its order when it was first sent. An event that is made again keeps them, however its order
     * has changed since
     * @return list<Event>
     * @throws \Aco\Exception\MappingException names the field when one is missing or of a wrong type
     */
    public function map(array $order, array $sentIds = [], array $firstSent = []): array {}
}
