--TEST--
Sandbox: product layers have a key of three parts and no update
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$path = '/v1/catalog/products/layers';
$layer = fn (array $source, array $more = []) => $more + ['sku' => 'A', 'source' => $source];
sandbox_table($sandbox, [
    'create' => ['POST', $path, [
        $layer(['layer' => 'winter'], ['name' => 'all']),
        $layer(['layer' => 'winter', 'locale' => 'en'], ['name' => 'en', 'description' => null]),
        $layer(['layer' => 'summer', 'locale' => 'en'], ['attributes' => [['code' => 'c', 'values' => ['v']]]]),
    ]],
    'missing layer' => ['POST', $path, [$layer(['locale' => 'en'])]],
    'wrong' => ['POST', $path, [$layer(['layer' => 'x'], ['links' => [['sku' => 'B']], 'name' => null])]],
    'no update' => ['PATCH', $path, [$layer(['layer' => 'winter'])]],
    'delete exactly one' => ['POST', "$path/delete", [$layer(['layer' => 'winter'])]],
    'delete without a layer' => ['POST', "$path/delete", [$layer(['locale' => 'en'])]],
]);
sandbox_dump($sandbox, 'productLayers');
echo sandbox_post($sandbox, $path, [], 'PATCH')->headers['allow'], "\n";
?>
--EXPECT--
create: 200 ACCEPTED 3
missing layer: 400 Items validation failed for 1 item
    0 source.layer: The required field source.layer is missing. []
wrong: 400 Items validation failed for 1 item
    0 name: name must be a string, not null. [null]
    0 links.0.type: The required field links.0.type is missing. []
no update: 405 ErrMethodNotAllowed 405 405000: Use one of these methods here: POST.
delete exactly one: 200 ACCEPTED 1
delete without a layer: 400 Items validation failed for 1 item
    0 source.layer: The required field source.layer is missing. []
    {"attributes":[{"code":"c","values":["v"]}],"sku":"A","source":{"layer":"summer","locale":"en"}}
    {"name":"en","description":null,"sku":"A","source":{"layer":"winter","locale":"en"}}
POST
