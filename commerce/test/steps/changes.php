<?php

/** What merchants change every day. */

declare(strict_types=1);

act(['category', 'Aco Test A', ''], ['category', 'Aco Test B', ''], ['category', 'Aco Test C', 'Aco Test A']);
act('cron');
compare('categories added');

act(
    ['set', 'aco-test-1', 'name', 'Renamed "quoted" <b>'],
    ['price', 'aco-test-2', '77.5'],
    ['tier', 'aco-test-3'],
    ['set', 'aco-test-4', 'status', '2'],
    ['set', 'aco-test-5', 'sku', 'aco-test-5b'],
    ['websites', 'aco-test-6', ''],
    ['drop', 'aco-test-7'],
);
act('cron');
compare('name, price, tier, status, SKU, website taken off, deleted');

act(['drop', 'aco-test-8'], ['products', '8', '1']);
act('cron');
compare('product deleted and made again before cron ran');

act('renameCategory', 'Aco Test A', 'Aco Test Renamed');
act('cron');
compare('category renamed');
act('moveCategory', 'Aco Test C', 'Aco Test B');
act('cron');
compare('category moved');
act('dropCategory', 'Aco Test C');
act('cron');
compare('category deleted');

act('attribute');
act('size', 'aco-test-9');
act('cron');
act('configurable', 'aco-test-conf', 'aco-test-9');
act('cron');
compare('product made child of a configurable');
$child = array_values(array_filter(
    sandbox('/api/entities/products?limit=10000')['items'] ?? [],
    static fn (array $i): bool => $i['sku'] === 'aco-test-9',
));
$variant = array_filter($child[0]['attributes'] ?? [], static fn (array $a): bool => isset($a['variantReferenceId']));
check(
    '... names its variant and its parent',
    $variant !== [] && ($child[0]['links'] ?? []) !== [],
    json_encode($child[0] ?? null),
);

act('group', 'Aco test group');
act('cron');
compare('customer group added');
act('dropGroup', 'Aco test group');
act('cron');
compare('customer group deleted');

$website = act('website', 'aco_test');
act('websites', 'aco-test-10', "1,$website");
act('cron');
compare('website added');
act(['setting', 'catalog/price/scope', '1', 'default', '0'], [
    'setting', 'currency/options/base', 'EUR', 'websites', $website,
]);
act('cron');
compare('base currency of a website changed');
act(['dropWebsite', 'aco_test'], ['unset', 'catalog/price/scope']);
act('cron');
compare('website deleted');
