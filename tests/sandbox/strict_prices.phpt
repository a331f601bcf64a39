--TEST--
Sandbox: --strict-prices applies the rules of the prose as well
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start(['--strict-prices']);
$path = '/v1/catalog/products/prices';
$price = fn (array $more) => [$more + ['sku' => 'A', 'priceBookId' => 'main', 'regular' => 10.0]];
sandbox_table($sandbox, [
    'good' => ['POST', $path, $price(['discounts' => [
        ['code' => 'd', 'price' => 9.99],
        ['code' => 'e', 'percentage' => 99.99],
        ['code' => 'f', 'percentage' => 0.01],
    ],
        'tierPrices' => [['qty' => 1.5, 'price' => 10], ['qty' => 2, 'percentage' => 5]]])],
    'discount not below regular' => ['POST', $path, $price(['discounts' => [['code' => 'd', 'price' => 10.0]]])],
    'regular 0' => ['POST', $path, $price(['regular' => 0, 'discounts' => [['code' => 'd', 'price' => 5]]])],
    'zero' => ['POST', $path, $price([
        'discounts' => [['code' => 'd', 'price' => 0], ['code' => 'e', 'percentage' => 0]],
        'tierPrices' => [['qty' => 2, 'price' => 0.0]],
    ])],
    'percentage' => ['POST', $path, $price(
        ['discounts' => [['code' => 'e', 'percentage' => 100]], 'tierPrices' => [['qty' => 2, 'percentage' => 99.995]]],
    )],
    'tiers' => ['POST', $path, $price([
        'tierPrices' => [['qty' => 5, 'price' => 10.01], ['qty' => 3, 'price' => 1], ['qty' => 1, 'price' => 1]],
    ])],
    'update without regular' => ['PATCH', $path, [
        ['sku' => 'A', 'priceBookId' => 'main', 'discounts' => [['code' => 'd', 'price' => 500]]],
    ]],
]);
?>
--EXPECT--
good: 200 ACCEPTED 1
discount not below regular: 400 Items validation failed for 1 item
    0 discounts.0.price: A fixed discount must be below the regular price. [10.0]
regular 0: 200 ACCEPTED 1
zero: 400 Items validation failed for 1 item
    0 discounts.0.price: A fixed discount must be above 0. [0]
    0 discounts.1.percentage: A percentage must be from 0.01 to 99.99. [0]
    0 tierPrices.0.price: A tier price must be above 0. [0.0]
percentage: 400 Items validation failed for 1 item
    0 discounts.0.percentage: A percentage must be from 0.01 to 99.99. [100]
    0 tierPrices.0.percentage: A percentage must be from 0.01 to 99.99. [99.995]
tiers: 400 Items validation failed for 1 item
    0 tierPrices.0.price: A tier price must not be above the regular price. [10.01]
    0 tierPrices.1.qty: Tier quantities must be in ascending order. [3]
    0 tierPrices.2.qty: A tier quantity must be above 1. [1]
    0 tierPrices.2.qty: Tier quantities must be in ascending order. [1]
update without regular: 200 ACCEPTED 1
