--TEST--
Streams: two feeds side by side, finished in any order, positions of their own
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Batch;
use Aco\Document;
use Aco\Feed;
use Aco\Mapper;
use Aco\Scopes;

$server = new TestServer(['api' => [
    ['path' => '/products', 'reject' => [3 => ['name', 'is bad']]],
    ['path' => '/prices', 'reject' => [499 => ['regular', 'is bad']]],
]]);
$client = $server->client();
$batches = [];
$listen = static function (Batch $batch) use (&$batches): void {
    $batches[] = "{$batch->feed->value} $batch->status " . count($batch->results);
};
$products = $client->open(Feed::Products, null, $listen);
$prices = $client->open(Feed::Prices, new Mapper(Feed::Prices, new Scopes(['closed'])), $listen);
$rawProducts = products(250);
foreach (prices(1100) as $i => $price) {
    $prices->push($price);
    if ($i < 250) {
        $products->push($rawProducts[$i]);
    }
}
$products->push(['sku' => 'incomplete']);
$products->push(Document::fromJson(Feed::Products, 'own', '{"sku":"own"}'));
$prices->push(price('gone', ['websiteCode' => 'closed']));
show($prices->finish(), 'prices', false);
show($products->finish(), 'products', false);
sort($batches);
echo implode("\n", $batches), "\n";
check('neither waits for the other', (static function (array $paths): bool {
    return array_search('/v1/catalog/products', $paths, true) < 3
        && array_search('/v1/catalog/products/prices', $paths, true) < 10;
})(array_column($server->requests(), 'path')));

echo "one feed twice\n";
$one = $client->open(Feed::Prices);
$two = $client->open(Feed::Prices);
$one->push(price(1));
$two->push(price(1));
$two->push(price(2));
echo $two->finish()->accepted, $one->finish()->accepted, "\n";
echo "nothing pushed\n";
show($client->open(Feed::Prices)->finish());
?>
--EXPECT--
prices: 200 accepted 1099, deleted 1, rejected 1 [5]
  499 400 regular: is bad
products: 200 accepted 250, rejected 2 [4]
  3 400 name: is bad
  250 400 storeViewCode: products item (sku "incomplete"): storeViewCode is missing
prices 200 1
prices 200 100
prices 200 499
prices 200 500
prices 400 1
products 200 100
products 200 51
products 200 99
products 400 1
neither waits for the other: ok
one feed twice
21
nothing pushed
200 nothing
