--TEST--
submit(): a request that is too large for the API is halved, a single item that is too large is rejected
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$large = ['status' => 413, 'body' => '<html>Too large</html>'];

echo "one\n";
$server = new TestServer(['api' => [$large]]);
show($server->client()->submit(Feed::Prices, prices(1)));
$server->dump();

echo "the whole, then a half\n";
$server = new TestServer(['api' => [$large, $large]]);
show($server->client()->submit(Feed::Prices, prices(7)));
$server->dump();

echo "one of them\n";
$server = new TestServer(['api' => [['contains' => '"p3"', 'always' => true] + $large]]);
show($server->client()->submit(Feed::Prices, prices(5)));
$server->dump();

echo "all of them\n";
$server = new TestServer(['default' => $large]);
show($server->client()->submit(Feed::Prices, prices(3)));
$server->dump();

echo "deleted and live ones\n";
$server = new TestServer(['api' => [['above' => 1, 'always' => true] + $large]]);
$items = array_map(static fn (int $n): array => price($n, ['deleted' => $n % 2 === 1]), range(0, 4));
show($server->client()->submit(Feed::Prices, $items));
$server->dump();

echo "the rest of a catalog\n";
$server = new TestServer(['api' => [['above' => 200, 'always' => true] + $large]]);
foreach ([1, 4] as $concurrency) {
    $seen = [];
    $submission = $server
        ->client(limits(concurrency: $concurrency))
        ->submit(Feed::Prices, prices(1700), null, static function (Aco\Batch $batch) use (&$seen): void {
        array_push($seen, ...array_column($batch->results, 'position'));
    });
    sort($seen);
    check(
        "$concurrency at once",
        $submission->accepted === 1700 && $seen === range(0, 1699),
        [$submission, count($seen)],
    );
}
?>
--EXPECT--
one
400 rejected 1 [api-1]
  0 400 -: the API answers HTTP 413
/v1/catalog/products/prices 1: p0
the whole, then a half
200 accepted 7 [api-1 api-2 api-3 api-4 api-5]
/v1/catalog/products/prices 7: p0 p1 p2 p3 p4 p5 p6
/v1/catalog/products/prices 4: p0 p1 p2 p3
/v1/catalog/products/prices 2: p0 p1
/v1/catalog/products/prices 2: p2 p3
/v1/catalog/products/prices 3: p4 p5 p6
one of them
200 accepted 4, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  3 400 -: the API answers HTTP 413
/v1/catalog/products/prices 5: p0 p1 p2 p3 p4
/v1/catalog/products/prices 3: p0 p1 p2
/v1/catalog/products/prices 2: p3 p4
/v1/catalog/products/prices 1: p3
/v1/catalog/products/prices 1: p4
all of them
400 rejected 3 [api-1 api-2 api-3 api-4 api-5]
  0-2 400 -: the API answers HTTP 413
/v1/catalog/products/prices 3: p0 p1 p2
/v1/catalog/products/prices 2: p0 p1
/v1/catalog/products/prices 1: p0
/v1/catalog/products/prices 1: p1
/v1/catalog/products/prices 1: p2
deleted and live ones
200 accepted 3, deleted 2 [api-1 api-2 api-3 api-4 api-5 api-6 api-7 api-8]
/v1/catalog/products/prices 3: p0 p2 p4
/v1/catalog/products/prices 2: p0 p2
/v1/catalog/products/prices 1: p0
/v1/catalog/products/prices 1: p2
/v1/catalog/products/prices 1: p4
/v1/catalog/products/prices/delete 2: p1 p3
/v1/catalog/products/prices/delete 1: p1
/v1/catalog/products/prices/delete 1: p3
the rest of a catalog
1 at once: ok
4 at once: ok
