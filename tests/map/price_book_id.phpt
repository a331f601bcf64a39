--TEST--
priceBookId() names the price book of a website or a customer group
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

use function Aco\priceBookId;

echo priceBookId('base'), "\n", priceBookId('base', null), "\n", priceBookId('base', 0), "\n", priceBookId('base', 1),
    "\n";
var_dump(priceBookId('é', PHP_INT_MAX) === 'é::' . sha1((string) PHP_INT_MAX));
var_dump(priceBookId(str_repeat('w', 1000), 1) === str_repeat('w', 1000) . '::' . sha1('1'));
foreach ([0, 1, 32000] as $id) {
    $item = ['sku' => 'A', 'websiteCode' => 'base', 'customerGroupId' => $id, 'regular' => 1];
    var_dump(members(wire(Aco\Feed::Prices, $item))['priceBookId'] === json_encode(priceBookId('base', $id)));
}
refused('no website', static fn () => priceBookId(''));
refused('negative', static fn () => priceBookId('base', -1));
refused('no number', static fn () => priceBookId('base', '1x'));
?>
--EXPECT--
base
base
base::b6589fc6ab0dc82cf12099d1c2d40ab994e8410c
base::356a192b7913b04c54574d18c28d46e6395428ab
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
no website: Aco\Exception\InvalidArgumentException: $websiteCode must not be empty
negative: Aco\Exception\InvalidArgumentException: $customerGroupId must not be negative
no number: TypeError: Aco\priceBookId(): Argument #2 ($customerGroupId) must be of type ?int, string given
