--TEST--
submit(): requests hold at most batchLimit() items, in order
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Document;
use Aco\Feed;

$server = new TestServer();
$client = $server->client();
foreach (Feed::cases() as $feed) {
    foreach ([
        $feed->batchLimit() - 1, $feed->batchLimit(), $feed->batchLimit() + 1, 2 * $feed->batchLimit() + 3,
    ] as $count) {
        $items = [];
        for ($i = 0; $i < $count; $i++) {
            $items[] = Document::fromJson($feed, "id$i", '{"n":' . $i . '}', false);
        }
        $before = count($server->requests());
        $submission = $client->submit($feed, $items);
        $requests = array_slice($server->requests(), $before);
        $numbers = array_merge(
            ...array_map(static fn (stdClass $request): array => array_column($request->json, 'n'), $requests),
        );
        echo $feed->value, ' ', $count, ': ',
            implode(' ', array_map(static fn (stdClass $request): int => count($request->json), $requests)), "\n";
        if ($numbers !== range(0, $count - 1) || $submission->accepted !== $count || $submission->status !== 200) {
            echo "    WRONG\n";
        }
    }
}

echo "live and deleted fill requests of their own\n";
$items = [];
for ($i = 0; $i < 1100; $i++) {
    $items[] = price($i, ['deleted' => $i % 2 === 1]);
}
$before = count($server->requests());
show($client->submit(Feed::Prices, $items));
foreach (array_slice($server->requests(), $before) as $request) {
    echo $request->path, ' ', count($request->json), "\n";
}
show($client->submit(Feed::Prices, []), 'nothing');
check('nothing is sent for nothing', count($server->requests()) === $before + 4, count($server->requests()));
?>
--EXPECT--
products 99: 99
products 100: 100
products 101: 100 1
products 203: 100 100 3
productAttributes 99: 99
productAttributes 100: 100
productAttributes 101: 100 1
productAttributes 203: 100 100 3
categories 99: 99
categories 100: 100
categories 101: 100 1
categories 203: 100 100 3
prices 499: 499
prices 500: 500
prices 501: 500 1
prices 1003: 500 500 3
priceBooks 499: 499
priceBooks 500: 500
priceBooks 501: 500 1
priceBooks 1003: 500 500 3
categoryAttributes 99: 99
categoryAttributes 100: 100
categoryAttributes 101: 100 1
categoryAttributes 203: 100 100 3
productLayers 99: 99
productLayers 100: 100
productLayers 101: 100 1
productLayers 203: 100 100 3
live and deleted fill requests of their own
200 accepted 550, deleted 550 [api-50 api-51 api-52 api-53]
/v1/catalog/products/prices 500
/v1/catalog/products/prices/delete 500
/v1/catalog/products/prices 50
/v1/catalog/products/prices/delete 50
nothing: 200 nothing
nothing is sent for nothing: ok
