--TEST--
submit(): each feed and operation goes to its own endpoint, also for one item, always as an array
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
    $submission = $client->submit($feed, [
        Document::fromJson($feed, 'a', '{"live":1}'),
        Document::fromJson($feed, 'b', '{"gone":1}', true),
        Document::fromJson($feed, 'c', '{"live":2}'),
    ]);
    show($submission, $feed->value);
}
foreach ($server->requests() as $request) {
    echo $request->path, ' ', $request->body, "\n";
}
$paths = array_merge(
    ...array_map(static fn (Feed $feed): array => [$feed->path(), $feed->deletePath()], Feed::cases()),
);
check('paths', array_column($server->requests(), 'path') === $paths, $paths);
?>
--EXPECT--
products: 200 accepted 2, deleted 1 [api-1 api-2]
productAttributes: 200 accepted 2, deleted 1 [api-3 api-4]
categories: 200 accepted 2, deleted 1 [api-5 api-6]
prices: 200 accepted 2, deleted 1 [api-7 api-8]
priceBooks: 200 accepted 2, deleted 1 [api-9 api-10]
categoryAttributes: 200 accepted 2, deleted 1 [api-11 api-12]
productLayers: 200 accepted 2, deleted 1 [api-13 api-14]
/v1/catalog/products [{"live":1},{"live":2}]
/v1/catalog/products/delete [{"gone":1}]
/v1/catalog/products/metadata [{"live":1},{"live":2}]
/v1/catalog/products/metadata/delete [{"gone":1}]
/v1/catalog/categories [{"live":1},{"live":2}]
/v1/catalog/categories/delete [{"gone":1}]
/v1/catalog/products/prices [{"live":1},{"live":2}]
/v1/catalog/products/prices/delete [{"gone":1}]
/v1/catalog/price-books [{"live":1},{"live":2}]
/v1/catalog/price-books/delete [{"gone":1}]
/v1/catalog/categories/metadata [{"live":1},{"live":2}]
/v1/catalog/categories/metadata/delete [{"gone":1}]
/v1/catalog/products/layers [{"live":1},{"live":2}]
/v1/catalog/products/layers/delete [{"gone":1}]
paths: ok
