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

    /**
     * Of `additionalInformation` only what is listed is sent: it holds data of payments, too. A path has two to
     * eight names of letters, digits and underscores, joined by dots, and starts with the tenant's, e.g.
     * `_mytenant.giftWrapping`: below `commerce.order`, or below each product list item.
     *
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public function __construct(
        Settings $settings,
        bool $documentedNames = false,
        array $orderAttributes = [],
        array $itemAttributes = []
    ) {}

    /**
     * The events of a snapshot that were not sent before, in the order in which business goes. None for an order
     * whose website has its back office events off.
     *
     * @param array $order array<string, mixed>
     * @param array $sentIds list<string> ids of the events that were sent before
     * @return list<Event>
     * @throws \Aco\Exception\MappingException names the field when one is missing or of a wrong type
     */
    public function map(array $order, array $sentIds = []): array {}
}
