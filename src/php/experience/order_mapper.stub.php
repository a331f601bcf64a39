<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Experience;

/**
 * Maps orders, as Commerce's feed has them, to the events that are new in them.
 *
 * @strict-properties
 * @not-serializable
 */
final class OrderMapper
{
    public readonly Settings $settings;

    /** Whether bodies have the names of Commerce's documentation where the XDM schemas have others. */
    public readonly bool $documentedNames;

    /** @var array<string, string> paths of the custom attributes of orders that are sent, by name */
    public readonly array $orderAttributes;

    /** @var array<string, string> the same of order lines */
    public readonly array $itemAttributes;

    /** Where tracking numbers go as text, below `commerce.shipping`; "": only numbers go, to the schema's field. */
    public readonly string $trackingPath;

    /** Whether the identity is the e-mail address without blanks around it and in lower case. */
    public readonly bool $normalizedIdentity;

    /**
     * Of `additionalInformation` only what is listed is sent: it also holds payment data. A path has two to
     * eight names of letters, digits and underscores, joined by dots, and starts with the tenant's, e.g.
     * `_mytenant.giftWrapping`: below `commerce.order`, or below each product list item. The schemas have a number for
     * tracking numbers, while most carriers use letters: `$trackingPath`, e.g. `_mytenant.trackingNumber`, takes all of
     * them.
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
     * The events of a snapshot that were not sent before, in the order in which business goes. None for an order
     * whose website has its back office events off.
     *
     * @param array $order array<string, mixed>
     * @param array $sentIds list<string> ids of the events that were sent before
     * @param array $firstSent array<string, array{string, ?string}> by id: timestamp of an event that is made again,
     *        and `updatedAt` of its order, with which it was sent first. It keeps them, however its order has changed
     *        since
     * @return list<Event>
     * @throws \Aco\Exception\MappingException names the field when one is missing or of a wrong type
     */
    public function map(array $order, array $sentIds = [], array $firstSent = []): array {}
}
