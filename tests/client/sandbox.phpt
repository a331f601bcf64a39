--TEST--
End to end with the sandbox: discover, all feeds, item errors, deletes, faults
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/../sandbox/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/server.inc';
require __DIR__ . '/../sandbox/sandbox.inc';

use Aco\Client;
use Aco\Connection;
use Aco\Feed;
use Aco\PriceBooks;

$sandbox = sandbox_start();
$connection = Connection::discover($sandbox->orgId, $sandbox->tenantId, $sandbox->clientId, SANDBOX_CLIENT_SECRET,
    $sandbox->imsUrl, $sandbox->ccmUrl, transport: new Aco\Transport(proxy: ''));
check(
    'addresses',
    $connection->ingestionUrl === $sandbox->ingestionUrl && $connection->tenantId === $sandbox->tenantId,
    $connection,
);
$client = new Client($connection, limits(concurrency: 4, maxAttempts: 1));

$attribute = static fn (string $code, array $members = []): array => $members + [
    'attributeCode' => $code, 'storeViewCode' => 'default',
    'label' => ucfirst($code), 'dataType' => 'varchar', 'visible' => 1, 'frontendInput' => 'text'];
show(
    $client->submit(Feed::ProductAttributes, array_map($attribute, [
        'sku', 'name', 'description', 'shortDescription', 'price',
    ])),
    'attributes',
    false,
);
show($client->submit(Feed::Categories, [
    ['urlPath' => 'men', 'storeViewCode' => 'default', 'name' => 'Men', 'isActive' => 1, 'includeInMenu' => 1],
    ['urlPath' => 'Bad Slug', 'storeViewCode' => 'default', 'name' => 'Bad'],
    ['urlPath' => '', 'storeViewCode' => 'default', 'name' => 'Root'],
]), 'categories', false);
show($client->submit(Feed::PriceBooks, PriceBooks::items(
    [['websiteCode' => 'base', 'websiteName' => 'Main', 'baseCurrency' => 'USD']],
    [['customerGroupId' => 1, 'customerGroupName' => 'General']],
)), 'price books', false);

$products = $client->open(Feed::Products);
$prices = $client->open(Feed::Prices);
foreach (products(230) as $i => $product) {
    $products->push($product);
    $prices->push(price("s$i"));
}
show($products->finish(), 'products', false);
show($prices->finish(), 'prices', false);
foreach (['products', 'prices', 'priceBooks', 'categories', 'productAttributes'] as $kind) {
    $entities = @sandbox_http('GET', "{$sandbox->url}/api/entities/$kind?limit=10000")->json;
    if (isset($entities->items)) {
        echo $kind, ' stored: ', count($entities->items), "\n";
    }
}
show(
    $client->submit(Feed::Products, [
        ['sku' => 's1', 'storeViewCode' => 'default', 'deleted' => true],
        ['sku' => 's2', 'storeViewCode' => 'default', 'deleted' => true],
    ]),
    'deleted',
    false,
);
echo count(sandbox_entities($sandbox, 'products')), " left\n";

sandbox_fault($sandbox, [
    'match' => ['path' => '/v1/catalog/products$'],
    'fault' => ['type' => 'status', 'status' => 403],
]);
$submission = $client->submit(Feed::Products, products(150));
echo $submission->status, ' ', $submission->retryable, "\n";

$wrong = new Client(
    new Connection(
        $sandbox->tenantId,
        $sandbox->clientId,
        'wrong',
        $sandbox->ingestionUrl,
        imsUrl: $sandbox->imsUrl,
        transport: new Aco\Transport(proxy: ''),
    ),
    limits(),
);
$submission = $wrong->submit(Feed::Prices, prices(1));
echo $submission->status, ' ', $submission->retryable, ' ',
    str_contains($submission->reason, 'IMS refuses') ? 'refused' : $submission->reason, "\n";
attempt(static fn () => Connection::discover(
    $sandbox->orgId,
    'nobody',
    $sandbox->clientId,
    SANDBOX_CLIENT_SECRET,
    $sandbox->imsUrl,
    $sandbox->ccmUrl,
    transport: new Aco\Transport(proxy: ''),
));
sandbox_stop($sandbox);
?>
--EXPECT--
addresses: ok
attributes: 200 accepted 5 [1]
categories: 200 accepted 1, rejected 1, skipped 1 [2]
  1 400 slug: slug may only have lower-case letters, digits and hyphens, in segments separated by single slashes.
price books: 200 accepted 2 [1]
products: 200 accepted 230 [3]
prices: 200 accepted 230 [1]
products stored: 230
prices stored: 230
priceBooks stored: 2
categories stored: 1
productAttributes stored: 5
deleted: 200 deleted 2 [1]
228 left
2 150
2 1 refused
Aco\Exception\ApiException 404 final: the tenant is unknown; check the tenant id (HTTP 404: There is no tenant with this id.)
