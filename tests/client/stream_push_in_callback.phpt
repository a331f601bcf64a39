--TEST--
Streams: $onBatch may push to its own stream and drop the last reference to it
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Batch;
use Aco\Feed;

$server = new TestServer(['api' => [['reject' => [0 => ['sku', 'bad']]]]]);
$client = $server->client();
$again = [];
$stream = $client->open(Feed::Prices, null, static function (Batch $batch) use (&$stream, &$again): void {
    foreach ($batch->results as $result) {
        if ($result['status'] === 400) {
            $again[] = $result['position'];
            $stream->push(price("corrected$result[position]"));
        }
    }
});
foreach (prices(3) as $price) {
    $stream->push($price);
}
$client->drain();
show($stream->finish());
echo json_encode($again), "\n";
$server->dump();

$weak = null;
$stream = $client->open(Feed::Prices, null, static function () use (&$stream): void {
    $stream = null;
});
$weak = WeakReference::create($stream);
foreach (prices(1200) as $price) {
    $stream?->push($price);
}
$client->drain();
var_dump($weak->get());
echo $client->submit(Feed::Prices, prices(1))->accepted, "\n";
?>
--EXPECT--
200 accepted 3, rejected 1 [api-1 api-2 api-3]
  0 400 sku: bad
[0]
/v1/catalog/products/prices 3: p0 p1 p2
/v1/catalog/products/prices 2: p1 p2
/v1/catalog/products/prices 1: pcorrected0
NULL
1
