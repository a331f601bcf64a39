--TEST--
Sample catalog: size of the default catalog, and memory that does not grow with it
--SKIPIF--
<?php require __DIR__ . "/skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/sample.inc';

use Aco\Sample\Catalog;

$catalog = new Catalog();
foreach (Catalog::FEEDS as $feed) {
    echo $feed, ' ', iterator_count($catalog->items($feed)), "\n";
}

$items = (new Catalog(1000000))->items('products');
$peaks = [];
foreach ($items as $position => $item) {
    if ($position === 500 || $position === 2000) {
        $peaks[] = memory_get_usage();
    }
    if ($position === 2000) {
        break;
    }
}
var_dump($peaks[1] - $peaks[0] < 262144);
?>
--EXPECT--
products 2625
productAttributes 135
categories 165
prices 4676
priceBooks 10
bool(true)
