--TEST--
drain() sends what is pending in all open streams and waits; they go on afterwards
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Batch;
use Aco\Feed;

$server = new TestServer();
$client = $server->client();
$delivered = 0;
$count = static function (Batch $batch) use (&$delivered): void {
    $delivered += count($batch->results);
};
$client->drain();
$prices = $client->open(Feed::Prices, null, $count);
$products = $client->open(Feed::Products, null, $count);
$idle = $client->open(Feed::Categories, null, $count);
foreach (prices(700) as $price) {
    $prices->push($price);
}
foreach (products(5) as $product) {
    $products->push($product);
}
$client->drain();
echo $delivered, "\n";
$client->drain();
echo count($server->requests()), "\n";
$prices->push(price(1));
$products->push(products(1)[0]);
echo $delivered, "\n";
show($prices->finish(), '', false);
echo $delivered, "\n";
$client->drain();
echo $delivered, "\n";
show($products->finish(), '', false);
show($idle->finish());

echo "drain in onBatch, and streams that open in it\n";
$opened = null;
$outer = $client->open(Feed::Prices, null, static function () use ($client, &$opened, $count): void {
    if ($opened === null) {
        $opened = $client->open(Feed::PriceBooks, null, $count);
        $opened->push(['websiteCode' => 'base', 'currency' => 'USD', 'websiteName' => 'Base']);
        $client->drain();
    }
});
foreach (prices(1200) as $price) {
    $outer->push($price);
}
$client->drain();
echo $outer->finish()->accepted, ' ', $opened->finish()->accepted, "\n";
?>
--EXPECT--
705
3
705
200 accepted 701 [3]
706
707
200 accepted 6 [2]
200 nothing
drain in onBatch, and streams that open in it
1200 1
