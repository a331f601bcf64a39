<?php

/** Changes that the API does not receive: nothing is sent. */

declare(strict_types=1);

act('category', 'Aco Test Quiet', '');
act('cron');
compare('category to change');

$kinds = [
    'tax class of a product' => [['set', 'aco-test-11', 'tax_class_id', '0']],
    'creation date of a product' => [['set', 'aco-test-11', 'created_at', '2020-02-02 02:02:02']],
    'a product saved as it is' => [['set', 'aco-test-11', 'weight', '1']],
    'stock quantity of a product' => [['stock', 'aco-test-11', '5']],
    'display mode of a category' => [['setCategory', 'Aco Test Quiet', 'display_mode', 'PAGE']],
    'anchor of a category' => [['setCategory', 'Aco Test Quiet', 'is_anchor', '0']],
    'default sorting of a category' => [['setCategory', 'Aco Test Quiet', 'default_sort_by', 'price']],
    'whether an attribute is for price rules' => [['setAttribute', 'name', 'is_used_for_price_rules', '1']],
    'whether an attribute is filtered in search' => [['setAttribute', 'name', 'is_filterable_in_search', '1']],
];
foreach ($kinds as $kind => $acts) {
    act(...$acts);
    expectRequests("- $kind", 0, static fn () => act('cron'));
}

act('setting', 'aco_exporter/sending/framework_collecting', '1', 'default', '0');
expectRequests('collected as Commerce does, the same', 0, static fn () => act('reindex'));
act('unset', 'aco_exporter/sending/framework_collecting');

act(['dropCategory', 'Aco Test Quiet'], ['setAttribute', 'name', 'is_used_for_price_rules', '0'], [
    'setAttribute', 'name', 'is_filterable_in_search', '0',
]);
