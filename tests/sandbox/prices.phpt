--TEST--
Sandbox: prices of real shops pass, broken ones do not
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$path = '/v1/catalog/products/prices';
$price = fn (array $more = [], string $sku = 'A') => $more + [
    'sku' => $sku,
    'priceBookId' => 'main',
    'regular' => 10.0,
];
sandbox_table($sandbox, [
    'plain' => ['POST', $path, [$price()]],
    'special price equal to regular' => ['POST', $path, [
        $price(['discounts' => [['code' => 'special_price', 'price' => 10.0]]], 'B'),
    ]],
    'regular 0 with discounts' => ['POST', $path, [
        $price(
            ['regular' => 0.0, 'discounts' => [['code' => 'd', 'price' => 5], ['code' => 'e', 'percentage' => 90]]],
            'C',
        ),
    ]],
    'tiers' => ['POST', $path, [
        $price(['tierPrices' => [['qty' => 5, 'price' => 8], ['qty' => 1, 'percentage' => 100]]], 'D'),
    ]],
    'both amounts' => ['POST', $path, [
        $price(['discounts' => [['code' => 'd', 'price' => 1, 'percentage' => 2]]], 'E'),
    ]],
    'missing' => ['POST', $path, [['sku' => 'X'], $price([
        'discounts' => [['code' => 'd'], ['price' => 1], []],
        'tierPrices' => [['qty' => 1], ['price' => 1]],
    ])]],
    'negative' => ['POST', $path, [$price([
        'regular' => -0.01,
        'discounts' => [['code' => 'd', 'price' => -1]],
        'tierPrices' => [['qty' => -2, 'percentage' => -3]],
    ])]],
    'repeated' => ['POST', $path, [$price([
        'discounts' => [['code' => 'd', 'price' => 1], ['code' => 'd', 'percentage' => 1]],
        'tierPrices' => [['qty' => 2, 'price' => 1], ['qty' => 2.0, 'price' => 1]],
    ])]],
    'ten discounts' => ['POST', $path, [
        $price(['discounts' => array_map(fn ($n) => ['code' => "d$n", 'price' => 1], range(1, 10))], 'F'),
    ]],
    'eleven discounts' => ['POST', $path, [$price([
        'discounts' => array_map(fn ($n) => ['code' => "d$n", 'price' => 1], range(1, 11)),
    ])]],
    'wrong types' => ['POST', $path, [$price(['regular' => '10', 'discounts' => 'none'])]],
    'too large a number' => ['POST', $path, '[{"sku":"A","priceBookId":"main","regular":1e999}]'],
    'update' => ['PATCH', $path, [['sku' => 'C', 'priceBookId' => 'main', 'discounts' => [
        ['code' => 'e', 'price' => 3],
        ['code' => 'f', 'price' => 4],
    ]]]],
    'update that clears' => ['PATCH', $path, [['sku' => 'B', 'priceBookId' => 'main', 'discounts' => []]]],
    'update of an absent price' => ['PATCH', $path, [['sku' => 'B', 'priceBookId' => 'other', 'regular' => 1]]],
    'negative update' => ['PATCH', $path, [['sku' => 'B', 'priceBookId' => 'main', 'regular' => -1]]],
    'delete' => ['POST', "$path/delete", [['sku' => 'F', 'priceBookId' => 'main']]],
    'delete without a book' => ['POST', "$path/delete", [['sku' => 'F']]],
]);
sandbox_dump($sandbox, 'prices');
?>
--EXPECT--
plain: 200 ACCEPTED 1
special price equal to regular: 200 ACCEPTED 1
regular 0 with discounts: 200 ACCEPTED 1
tiers: 200 ACCEPTED 1
both amounts: 200 ACCEPTED 1
missing: 400 Items validation failed for 2 items
    0 regular: The required field regular is missing. []
    0 priceBookId: The required field priceBookId is missing. []
    1 discounts.0.price: Give discounts.0.price or discounts.0.percentage. []
    1 discounts.1.code: The required field discounts.1.code is missing. []
    1 discounts.2: discounts.2 must be an object, not an array. [[]]
    1 tierPrices.0.price: Give tierPrices.0.price or tierPrices.0.percentage. []
    1 tierPrices.1.qty: The required field tierPrices.1.qty is missing. []
negative: 400 Items validation failed for 1 item
    0 regular: regular must not be negative. [-0.01]
    0 discounts.0.price: discounts.0.price must not be negative. [-1]
    0 tierPrices.0.percentage: tierPrices.0.percentage must not be negative. [-3]
    0 tierPrices.0.qty: A tier quantity must be above 0. [-2]
repeated: 400 Items validation failed for 1 item
    0 discounts.1.code: discounts.0 has the same code. Each may occur once. [d]
    0 tierPrices.1.qty: tierPrices.0 has the same qty. Each may occur once. [2.0]
ten discounts: 200 ACCEPTED 1
eleven discounts: 400 Items validation failed for 1 item
    0 discounts: A price may have at most 10 discounts. [11]
wrong types: 400 Items validation failed for 1 item
    0 regular: regular must be a number, not a string. [10]
    0 discounts: discounts must be an array, not a string. [none]
too large a number: 400 Items validation failed for 1 item
    0 sku: The item has a number that is too large. []
update: 200 ACCEPTED 1
update that clears: 200 ACCEPTED 1
update of an absent price: 200 ACCEPTED 1
negative update: 400 Items validation failed for 1 item
    0 regular: regular must not be negative. [-1]
delete: 200 ACCEPTED 1
delete without a book: 400 Items validation failed for 1 item
    0 priceBookId: The required field priceBookId is missing. []
    {"sku":"A","priceBookId":"main","regular":10.0}
    {"discounts":[],"sku":"B","priceBookId":"main","regular":10.0}
    {"regular":0.0,"discounts":[{"code":"d","price":5},{"code":"e","price":3},{"code":"f","price":4}],"sku":"C","priceBookId":"main"}
    {"tierPrices":[{"qty":5,"price":8},{"qty":1,"percentage":100}],"sku":"D","priceBookId":"main","regular":10.0}
    {"discounts":[{"code":"d","price":1,"percentage":2}],"sku":"E","priceBookId":"main","regular":10.0}
