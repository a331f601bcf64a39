<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/** Makes the raw items of the priceBooks feed, which Commerce does not export. */
final class PriceBooks
{
    private function __construct() {}

    /**
     * For each website its base book, then one book for each customer group.
     *
     * @param array $websites list of array{websiteCode: string, websiteName?: string, baseCurrency?: string},
     *                        `currency` is taken when `baseCurrency` is absent
     * @param array $customerGroups list of array{customerGroupId: int, customerGroupName?: string,
     *                              websites?: list<string>}; `websites` limits the group to these codes
     * @return array list of array{websiteCode: string, websiteName: ?string, customerGroupId: ?int,
     *               customerGroupName: ?string, currency: ?string, deleted: false}
     * @throws Exception\InvalidArgumentException names the entry and the member that is wrong
     */
    public static function items(array $websites, array $customerGroups): array {}
}
