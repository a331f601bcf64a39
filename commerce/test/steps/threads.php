<?php

/** Indexer threads, which are forked processes and meet the same configurable products. */

declare(strict_types=1);

act(
    ['setting', 'commerce_data_export/feeds/products/batch_size', '5', 'default', '0'],
    ['setting', 'commerce_data_export/feeds/prices/batch_size', '5', 'default', '0'],
);
foreach (['2', '3'] as $threads) {
    act(
        ['setting', 'commerce_data_export/feeds/products/thread_count', $threads, 'default', '0'],
        ['setting', 'commerce_data_export/feeds/prices/thread_count', $threads, 'default', '0'],
    );
    sandbox('/api/state', 'DELETE');
    act(['begin'], ['invalidate']);
    act('cron');
    compare("first sync with $threads threads");
    $rows = rowCounts();
    $has = delivered();
    check(
        "... a row for each product ({$rows['cde_products_feed']})",
        $rows['cde_products_feed'] === count($has['products']),
        count($has['products']) . ' products delivered',
    );
    act('price', 'aco-test-20', "3$threads");
    act('cron');
    compare("change with $threads threads");
}

// Batches end between the price of a group and that of a catalog rule.
$prices = [];
for ($i = 21; $i < 30; $i++) {
    array_push($prices, ['tier', "aco-test-$i"], ['rule', "aco-test-$i", '1.23']);
}
act(...$prices);
act('reindex');
expectRequests('prices of groups and catalog rules, unchanged', 0, static fn () => act('reindex'));
act('dropRules');
act('reindex');

foreach (['products', 'prices'] as $feed) {
    act('unset', "commerce_data_export/feeds/$feed/thread_count");
    act('unset', "commerce_data_export/feeds/$feed/batch_size");
}
