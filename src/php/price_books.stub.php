<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/** Makes the items of the feed priceBooks, which Commerce does not export. */
final class PriceBooks
{
    private function __construct() {}

    /**
     * For each website the base book, then one book for each customer group.
     *
     * @param array $websites list of array{websiteCode: string, websiteName?: string, baseCurrency?: string},
     *                        or `currency` instead of `baseCurrency`
     * @param array $customerGroups list of array{customerGroupId: int, customerGroupName?: string,
     *                              websites?: list<string>}; `websites` limits the group to these codes
     * @return array list of array{websiteCode: string, websiteName: ?string, customerGroupId: ?int,
     *               customerGroupName: ?string, currency: ?string, deleted: false}
     * @throws Exception\InvalidArgumentException names the entry and the member that is wrong
     */
    public static function items(array $websites, array $customerGroups): array {}
}
