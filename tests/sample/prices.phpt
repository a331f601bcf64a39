--TEST--
Sample catalog: prices keep to the rules of the ingestion API
--SKIPIF--
<?php require __DIR__ . "/skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/sample.inc';

use Aco\Sample\Catalog;

$seen = [];
$ids = [];
foreach ((new Catalog(800))->items('prices') as $item) {
    $id = "$item[sku] $item[customerGroupCode] $item[websiteCode]";
    isset($ids[$id]) && complain("$id twice");
    $ids[$id] = true;

    $regular = $item['regular'];
    is_float($regular) && $regular >= 0 || complain("$id: regular");
    $seen[$regular > 0 ? 'priced' : 'zero'] = true;
    $codes = [];
    foreach ($item['discounts'] ?? [] as $discount) {
        isset($codes[$discount['code']]) && complain("$id: $discount[code] twice");
        $codes[$discount['code']] = true;
        $seen[$discount['code'] . (isset($discount['price']) ? ' price' : ' percentage')] = true;
        isset($discount['price']) && ($discount['price'] <= 0 || $discount['price'] >= $regular)
            && complain("$id: discounted to $discount[price]");
        isset($discount['percentage']) && ($discount['percentage'] < 0.01 || $discount['percentage'] > 99.99)
            && complain("$id: $discount[percentage] %");
    }
    $quantities = [];
    foreach ($item['tierPrices'] ?? [] as $tier) {
        $tier['qty'] > 1 || complain("$id: tier of $tier[qty]");
        in_array($tier['qty'], $quantities, true) && complain("$id: two tiers of $tier[qty]");
        $quantities[] = $tier['qty'];
        fmod($tier['qty'], 1.0) === 0.0 || ($seen['fractional quantity'] = true);
        isset($tier['price']) && ($tier['price'] <= 0 || $tier['price'] > $regular)
            && complain("$id: $tier[price] for $tier[qty]");
        isset($tier['percentage']) && ($tier['percentage'] < 0.01 || $tier['percentage'] > 99.99)
            && complain("$id: $tier[percentage] % for $tier[qty]");
    }
    $sorted = $quantities;
    sort($sorted);
    $sorted === $quantities || ($seen['unsorted tiers'] = true);
}
ksort($seen);
echo implode("\n", array_keys($seen)), "\n";
?>
--EXPECT--
catalog_rule price
fractional quantity
group percentage
group price
priced
special_price percentage
special_price price
unsorted tiers
zero
