--TEST--
A product that was made anew has its new number in the tables, though its body has not changed
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/scenarios.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
$tables = [
    'prices' => 'cde_product_prices_feed',
    'categories' => 'cde_categories_feed',
    'productAttributes' => 'cde_product_attributes_feed',
];
$shop = static function (int $number) use ($cli): void {
    $cli->write('shop/prices.jsonl', [['productId' => $number] + price('RE-1')]);
    $cli->write('shop/categories.jsonl', [['categoryId' => $number] + category('men')]);
    $cli->write('shop/productAttributes.jsonl', [
        [
            'id' => $number, 'attributeCode' => 'color', 'storeViewCode' => 'default', 'label' => 'Color',
            'dataType' => 'text',
        ],
    ]);
};
$numbers = static fn (): array => array_map(
    static fn (string $table): int => $cli->rows($table)[0]['source_entity_id'],
    array_values($tables),
);
$sync = static fn (string ...$options): Result => $cli->run(['sync', "$cli->dir/shop", '--json', ...$options]);

$shop(11);
check('first', $sync()->code === 0 && $numbers() === [11, 11, 11], $numbers());
$cli->pdo()->exec("UPDATE cde_product_prices_feed SET modified_at = '2026-01-01 00:00:00'");
$requests = $cli->ingestionRequests();
$shop(22);
$result = $sync();
check('made anew', $result->code === 0 && $numbers() === [22, 22, 22], $numbers());
check(
    'nothing was sent',
    $result->feed('prices') === ['read' => 1, 'unchanged' => 1] && $cli->ingestionRequests() === $requests,
);
check('no news of the item', $cli->rows($tables['prices'])[0]['modified_at'] === '2026-01-01 00:00:00');
check(
    'found by it',
    $cli->run(['resync', '--feed=prices', '--by-ids=22', '--id-type=productId', '--json'])->json()['scheduled'] === 1,
);
$sync();
$shop(0);
check('none given: it stays', $sync()->code === 0 && $numbers() === [22, 22, 22], $numbers());
$cli->write('shop/prices.jsonl', [array_diff_key(price('RE-1', 12.0), ['productId' => 1])]);
check('nor with another body', $sync()->code === 0 && $numbers() === [22, 22, 22], $numbers());
$cli->fault(['fault' => ['type' => 'reject-items', 'keys' => ['RE-1'], 'message' => 'Not this one']]);
$cli->write('shop/prices.jsonl', [['productId' => 33] + price('RE-1', 13.0)]);
$sync();
$cli->write('shop/prices.jsonl', [['productId' => 44] + price('RE-1', 13.0)]);
check(
    'of a rejected one, too',
    $sync()->code === 0 && $cli->rows($tables['prices'])[0]['source_entity_id'] === 44,
    $cli->rows($tables['prices']),
);
?>
--EXPECT--
first: yes
made anew: yes
nothing was sent: yes
no news of the item: yes
found by it: yes
none given: it stays: yes
nor with another body: yes
of a rejected one, too: yes
