--TEST--
Sandbox: the state, the lists of entities and emptying them
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$get = fn (string $path) => sandbox_http('GET', $sandbox->url . $path);
$product = fn (string $sku, string $locale) => [
    'sku' => $sku, 'source' => ['locale' => $locale], 'name' => 'N', 'slug' => 's', 'status' => 'ENABLED',
];
sandbox_post($sandbox, '/v1/catalog/products', [
    $product('b', 'en'), $product('a', 'fr'), $product('a', 'en'), $product('B', '1'),
]);
sandbox_post($sandbox, '/v1/catalog/products/prices', '[{"sku":"a","priceBookId":"main","regular":10.0},{"sku":"é/\\u00e9","priceBookId":"0","regular":0.1}]');
sandbox_post($sandbox, '/v1/catalog/products', [['sku' => 'x']]);
sandbox_http('GET', $sandbox->ingestionUrl . '/v1/catalog/products');

$state = $get('/api/state')->json;
echo json_encode($state->entities), "\n";
echo json_encode($state->requests, JSON_UNESCAPED_SLASHES), "\n";
foreach ($state->errors as $error) {
    echo "$error->endpoint $error->itemIndex $error->code\n";
}
echo $get('/api/entities/prices')->body, "\n";
$page = fn (string $query) => implode(' ', array_map(
    fn ($p) => $p->sku . '/' . $p->source->locale,
    $get("/api/entities/products?$query")->json->items,
));
echo $page(''), "\n", $page('limit=2'), "\n", $page('limit=2&offset=2'), "\n", $page('offset=9'), "\n",
    $page('limit=-5&offset=x'), "\n";
echo sandbox_summary($get('/api/entities/things')), "\n", $get('/api/nothing')->status, "\n";
echo sandbox_http('PUT', "$sandbox->url/api/state", '{}', ['Content-Type' => 'application/json'])->headers['allow'],
    "\n";

$cleared = sandbox_http('DELETE', "$sandbox->url/api/state");
echo $cleared->status, ' ', var_export($cleared->body, true), "\n";
$state = $get('/api/state')->json;
echo $state->entities->products->total, ' ', $state->requests->total, ' ', count($state->errors), "\n";
echo 'the token is still good: ', sandbox_post($sandbox, '/v1/catalog/products', [])->status, "\n";
?>
--EXPECT--
{"productAttributes":{"total":0,"bySource":{}},"categoryAttributes":{"total":0,"bySource":{}},"categories":{"total":0,"bySource":{}},"products":{"total":4,"bySource":{"1":1,"en":2,"fr":1}},"productLayers":{"total":0,"bySource":{}},"priceBooks":{"total":0},"prices":{"total":2,"byPriceBook":{"0":1,"main":1}}}
{"byStatus":{"200":3,"400":1,"405":1},"byEndpoint":{"GET /v1/catalog/products":1,"POST /ims/token/v3":1,"POST /v1/catalog/products":2,"POST /v1/catalog/products/prices":1},"total":5,"acceptedItems":6}
POST /v1/catalog/products 0 name
POST /v1/catalog/products 0 slug
POST /v1/catalog/products 0 status
POST /v1/catalog/products 0 source
{"kind":"prices","total":2,"items":[{"sku":"a","priceBookId":"main","regular":10.0},{"sku":"é/é","priceBookId":"0","regular":0.1}]}
B/1 a/en a/fr b/en
B/1 a/en
a/fr b/en

B/1
404 Choose one of these kinds: productAttributes, categoryAttributes, categories, products, productLayers, priceBooks, prices.
404
GET, DELETE
204 ''
0 0 0
the token is still good: 200
