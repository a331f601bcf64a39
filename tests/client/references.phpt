--TEST--
submit(): items that are references, and items that change while they are being sent
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();
$client = $server->client();
$price = price(1);
$document = document('d1');
$sku = 'p2';
$other = ['sku' => &$sku, 'websiteCode' => 'base', 'regular' => 1];
$items = [&$price, &$document, &$other];
$reference = &$items;
show($client->submit(Feed::Prices, $items));
function &yielding(array &$items): Generator
{
    foreach ($items as &$item) {
        yield $item;
    }
}
show($client->submit(Feed::Prices, yielding($items)));
$server->dump();

echo "raw items that are overwritten by onBatch\n";
$items = prices(1200);
foreach ($items as &$item) {
}
$all = &$items;
$sent = [];
$before = count($server->requests());
show($client->submit(Feed::Prices, $items, null, static function () use (&$all): void {
    foreach ($all as &$item) {
        $item = price('changed');
    }
    $all = [];
}));
$bodies = array_slice($server->requests(), $before);
check(
    'each as it was when it was its turn',
    count($bodies[0]->json) === 500 && $bodies[0]->json[499]['sku'] === 'p499',
);
check('the caller has what onBatch made of it', $items === []);
?>
--EXPECT--
200 accepted 3 [api-1]
200 accepted 3 [api-2]
/v1/catalog/products/prices 3: p1 d1 p2
/v1/catalog/products/prices 3: p1 d1 p2
raw items that are overwritten by onBatch
200 accepted 1200 [api-3 api-4 api-5]
each as it was when it was its turn: ok
the caller has what onBatch made of it: ok
