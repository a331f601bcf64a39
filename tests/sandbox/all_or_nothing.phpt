--TEST--
Sandbox: a request with any bad item is refused as a whole, and errors are bounded
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$path = '/v1/catalog/products/prices';
$price = fn (int $n) => ['sku' => "S$n", 'priceBookId' => 'main', 'regular' => $n];
$items = array_map($price, range(1, 500));
$items[250]['regular'] = 'x';
$items[499]['regular'] = -1;
echo sandbox_summary(sandbox_post($sandbox, $path, $items)), "\n";
echo count(sandbox_entities($sandbox, 'prices')), " stored\n";
unset($items[250], $items[499]);
echo sandbox_summary(sandbox_post($sandbox, $path, array_values($items))), "\n";
echo count(sandbox_entities($sandbox, 'prices')), " stored\n";

$many = sandbox_post($sandbox, $path, array_fill(0, 1500, ['regular' => []]));
echo $many->json->message, ', ', count($many->json->errors), " errors\n";
$deep = sandbox_post($sandbox, '/v1/catalog/products', [[
    'sku' => 'A', 'source' => ['locale' => 'en'], 'name' => 'N', 'slug' => 's', 'status' => 'ENABLED',
    'attributes' => array_fill(0, 200, ['values' => []]),
]]);
echo count($deep->json->errors), " errors of one item\n";
$long = sandbox_post($sandbox, $path, [['sku' => 'A', 'priceBookId' => 'main', 'regular' => str_repeat('é', 1000)]]);
echo preg_match_all('~.~us', $long->json->errors[0]->value), " characters of the value\n";
?>
--EXPECT--
400 Items validation failed for 2 items
    250 regular: regular must be a number, not a string. [x]
    499 regular: regular must not be negative. [-1]
0 stored
200 ACCEPTED 498
498 stored
Items validation failed for 667 items, 2000 errors
20 errors of one item
257 characters of the value
