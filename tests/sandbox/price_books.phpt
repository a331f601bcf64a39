--TEST--
Sandbox: price books are base or child, and deleting one deletes its children and prices
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$path = '/v1/catalog/price-books';
$base = fn (string $id) => ['priceBookId' => $id, 'name' => "Book $id", 'currency' => 'USD'];
$child = fn (string $id, string $parent) => ['priceBookId' => $id, 'name' => "Book $id", 'parentId' => $parent];
$price = fn (string $book) => ['sku' => 'A', 'priceBookId' => $book, 'regular' => 1];
sandbox_table($sandbox, [
    'create' => ['POST', $path, [$base('us'), $child('us-vip', 'us'), $child('us-gold', 'us-vip'), $base('eu')]],
    'neither' => ['POST', $path, [['priceBookId' => 'x', 'name' => 'X']]],
    'both' => ['POST', $path, [$base('x') + ['parentId' => 'us']]],
    'missing and neither' => ['POST', $path, [['priceBookId' => 'x']]],
    'lengths' => ['POST', $path, [['name' => '', 'currency' => 'DOLLAR'] + $base(str_repeat('x', 65)), $child('', '')]],
    'update needs one of them too' => ['PATCH', $path, [['priceBookId' => 'us', 'name' => 'US']]],
    'update' => ['PATCH', $path, [
        ['name' => 'US', 'currency' => 'EUR'] + $base('us'),
        ['name' => 'Gold'] + $child('us-gold', 'eu'),
    ]],
    'prices' => ['POST', '/v1/catalog/products/prices', array_map($price, ['us', 'us-vip', 'us-gold', 'eu'])],
]);
sandbox_dump($sandbox, 'priceBooks');
sandbox_table($sandbox, [
    'delete' => ['POST', "$path/delete", [['priceBookId' => 'us']]],
    'delete something absent' => ['POST', "$path/delete", [['priceBookId' => 'us']]],
    'delete without a key' => ['POST', "$path/delete", [['name' => 'us']]],
]);
sandbox_dump($sandbox, 'priceBooks');
sandbox_dump($sandbox, 'prices');
?>
--EXPECT--
create: 200 ACCEPTED 4
neither: 400 Items validation failed for 1 item
    0 currency: Give either currency or parentId, and not both. []
both: 400 Items validation failed for 1 item
    0 currency: Give either currency or parentId, and not both. [USD]
missing and neither: 400 Items validation failed for 1 item
    0 name: The required field name is missing. []
    0 currency: Give either currency or parentId, and not both. []
lengths: 400 Items validation failed for 2 items
    0 priceBookId: priceBookId must have at most 64 characters. [xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx]
    0 name: name must have at least 1 character(s). []
    0 currency: currency must have at most 5 characters. [DOLLAR]
    1 priceBookId: priceBookId must have at least 1 character(s). []
    1 parentId: parentId must have at least 1 character(s). []
update needs one of them too: 400 Items validation failed for 1 item
    0 currency: Give either currency or parentId, and not both. []
update: 200 ACCEPTED 2
prices: 200 ACCEPTED 4
    {"priceBookId":"eu","name":"Book eu","currency":"USD"}
    {"priceBookId":"us","name":"US","currency":"EUR"}
    {"priceBookId":"us-gold","name":"Gold","parentId":"us-vip"}
    {"priceBookId":"us-vip","name":"Book us-vip","parentId":"us"}
delete: 200 ACCEPTED 1
delete something absent: 200 ACCEPTED 1
delete without a key: 400 Items validation failed for 1 item
    0 priceBookId: The required field priceBookId is missing. []
    {"priceBookId":"eu","name":"Book eu","currency":"USD"}
    {"sku":"A","priceBookId":"eu","regular":1}
