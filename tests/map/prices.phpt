--TEST--
Prices: base and group prices, discounts and tiers
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/full_items.inc';

echo wire(Aco\Feed::Prices, full_items()['prices'][0]), "\n\n";
$group = sha1('2');
show_member(Aco\Feed::Prices, 'priceBookId', [
    'no group' => [],
    'group null' => ['customerGroupCode' => null, 'customerGroupId' => null],
    'group 0' => ['customerGroupCode' => '0'],
    'group 0 as number' => ['customerGroupCode' => 0],
    'group code' => ['customerGroupCode' => $group],
    'group id' => ['customerGroupId' => 2],
    'group id as text' => ['customerGroupId' => '2'],
    'guests' => ['customerGroupId' => 0],
    'code before id' => ['customerGroupCode' => '0', 'customerGroupId' => 2],
    'empty code' => ['customerGroupCode' => '', 'customerGroupId' => 2],
]);
echo "\n";
show_member(Aco\Feed::Prices, 'regular', [
    'integer' => ['regular' => 10],
    'integral float' => ['regular' => 29.0],
    'float' => ['regular' => 31.28],
    'zero' => ['regular' => 0.0],
    'text' => ['regular' => '29.50'],
    'null' => ['regular' => null],
    'no number' => ['regular' => 'free'],
]);
echo "\n";
show_member(Aco\Feed::Prices, 'discounts', [
    'null' => ['discounts' => null],
    'none' => ['discounts' => [null]],
    'price' => ['discounts' => [['code' => 'group', 'price' => 0.0]]],
    'percentage before price' => ['discounts' => [['code' => 'group', 'price' => 5, 'percentage' => 0]]],
    'percentage null' => ['discounts' => [['code' => 'group', 'price' => 5, 'percentage' => null]]],
    'by code' => ['discounts' => [
        ['code' => 'special_price', 'price' => 1], ['code' => 'group', 'price' => 2],
        ['code' => 'catalog_rule', 'price' => 3],
        ['code' => 'group', 'price' => 1]]],
    'neither' => ['discounts' => [['code' => 'a', 'price' => 1], ['code' => 'group']]],
    'no code' => ['discounts' => [null, ['price' => 1]]],
    'empty code' => ['discounts' => [['code' => '', 'price' => 1]]],
]);
echo "\n";
show_member(Aco\Feed::Prices, 'tierPrices', [
    'null' => ['tierPrices' => null],
    'none' => ['tierPrices' => []],
    'price' => ['tierPrices' => [['qty' => 5.0, 'price' => 20]]],
    'percentage before price' => ['tierPrices' => [['qty' => 2.5, 'price' => 20, 'percentage' => 10.5]]],
    'by quantity' => ['tierPrices' => [
        ['qty' => 10, 'price' => 3], ['qty' => '9.5', 'price' => 2], ['qty' => 2.25, 'price' => 1],
        ['qty' => 10.0, 'price' => 4],
    ]],
    'neither' => ['tierPrices' => [['qty' => 5]]],
    'no quantity' => ['tierPrices' => [['qty' => 1, 'price' => 1], ['price' => 20]]],
]);
?>
--EXPECT--
{"sku":"A","priceBookId":"base::da4b9237bacccdf19c0760cab7aec4a8359010b0","regular":29,"discounts":[{"code":"catalog_rule","price":23.2},{"code":"group","percentage":12},{"code":"special_price","price":24.5}],"tierPrices":[{"qty":2.5,"price":1},{"qty":5,"percentage":10},{"qty":10,"price":20}]}

no group: "base"
group null: "base"
group 0: "base"
group 0 as number: "base"
group code: "base::da4b9237bacccdf19c0760cab7aec4a8359010b0"
group id: "base::da4b9237bacccdf19c0760cab7aec4a8359010b0"
group id as text: "base::da4b9237bacccdf19c0760cab7aec4a8359010b0"
guests: "base::b6589fc6ab0dc82cf12099d1c2d40ab994e8410c"
code before id: "base"
empty code: "base::da4b9237bacccdf19c0760cab7aec4a8359010b0"

integer: 10
integral float: 29
float: 31.28
zero: 0
text: 29.5
null: refused: regular is missing
no number: refused: regular must be a number, string given

null: left out
none: left out
price: [{"code":"group","price":0}]
percentage before price: [{"code":"group","percentage":0}]
percentage null: [{"code":"group","price":5}]
by code: [{"code":"catalog_rule","price":3},{"code":"group","price":2},{"code":"group","price":1},{"code":"special_price","price":1}]
neither: refused: discounts.1.price is missing, and so is percentage
no code: refused: discounts.1.code is missing
empty code: refused: discounts.0.code is empty

null: left out
none: left out
price: [{"qty":5,"price":20}]
percentage before price: [{"qty":2.5,"percentage":10.5}]
by quantity: [{"qty":2.25,"price":1},{"qty":9.5,"price":2},{"qty":10,"price":3},{"qty":10,"price":4}]
neither: refused: tierPrices.0.price is missing, and so is percentage
no quantity: refused: tierPrices.1.qty is missing
