--TEST--
Changes as parts of items: only where that is safe, whole after a refusal, and the service holds the same in the end
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
show($cli->run(['config:init', '--changes=parts']), $cli, 'config:init --changes=parts');
$cli->run(['config:init', '--changes=patch']);

$product = static fn (array $members = []): array => product('A', $members + [
    'description' => str_repeat('A long text. ', 40), 'inStock' => true, 'metaTitle' => 'A',
    'attributes' => [
        ['attributeCode' => 'color', 'value' => ['Red'], 'valueId' => ['r1']],
        ['attributeCode' => 'fit', 'value' => ['slim']],
    ],
    'images' => [
        ['resource' => ['url' => 'https://shop.example/a.jpg', 'label' => 'A', 'roles' => ['image']]],
        ['resource' => ['url' => 'https://shop.example/b.jpg', 'label' => 'B']],
    ],
]);
$sync = static function (array ...$items) use ($cli): array {
    $cli->write('shop/products.jsonl', $items);

    return $cli->run(['sync', '--json', "$cli->dir/shop/products.jsonl"])->feed('products');
};
/** The request that the last change made, and whether the service holds what the mapping makes of the item. */
$try = static function (string $name, array $item) use ($cli, $sync): void {
    $result = $sync($item);
    $expected = (new Aco\Mapper(Aco\Feed::Products))->map($item)?->jsonSerialize();
    $held = $cli->held('products');
    // Members have no order.
    $isSame = !empty($item['deleted']) ? $held === [] : $held == [$expected];
    echo "$name: ", isset($result['patched']) ? "part, {$result['bytesSaved']} bytes less" : 'whole',
        $isSame ? '' : ' DIFFERENT ' . json_encode($held), "\n";
};

$try('new', $product());
$try('stock', $product(['inStock' => false]));
$try('name', $product(['inStock' => false, 'name' => 'B']));
$try('label of an image', $product(['name' => 'B', 'images' => [
    ['resource' => ['url' => 'https://shop.example/a.jpg', 'label' => 'AA', 'roles' => ['image']]],
    ['resource' => ['url' => 'https://shop.example/b.jpg', 'label' => 'B']],
]]));
$try('image gone', $product(['images' => [
    ['resource' => ['url' => 'https://shop.example/a.jpg', 'label' => 'AA', 'roles' => ['image']]],
]]));
$try('no image', $product(['images' => []]));
$try('images again', $product());
$try('value empty', $product(['attributes' => [
    ['attributeCode' => 'color', 'value' => [], 'valueId' => ['r1']],
    ['attributeCode' => 'fit', 'value' => ['slim']],
]]));
$try('variant gone', $product(['attributes' => [
    ['attributeCode' => 'color', 'value' => ['Red']], ['attributeCode' => 'fit', 'value' => ['slim']],
]]));
$try('attribute behind the others', $product(['attributes' => [
    ['attributeCode' => 'color', 'value' => ['Red']], ['attributeCode' => 'fit', 'value' => ['slim']],
    ['attributeCode' => 'size', 'value' => ['S', 'M']],
]]));
$try('attribute in between', $product(['attributes' => [
    ['attributeCode' => 'color', 'value' => ['Red']], ['attributeCode' => 'ean', 'value' => ['1']],
    ['attributeCode' => 'fit', 'value' => ['slim']], ['attributeCode' => 'size', 'value' => ['S', 'M']],
]]));
$try('as at first', $product());
$try('title', $product(['metaTitle' => 'AA']));
$try('title and keywords', $product(['metaTitle' => 'B', 'metaKeyword' => 'a']));
$try('keywords gone', $product());
$try('description gone', $product(['description' => null]));
$try('hidden', $product(['visibility' => '']));
$try('back', $product());
$try('deleted', $product(['deleted' => true]));
$try('created again', $product(['name' => 'C']));
$try('name again', $product());

$name = static fn (): string => implode(', ', array_column($cli->held('products'), 'name'));
echo "Two versions in one source\n";
echo json_encode($sync($product(['name' => 'X']), $product(['name' => 'Y']))), ' ', $name(), "\n";

echo "Refused as a part\n";
$cli->fault([
    'match' => ['method' => 'PATCH'],
    'fault' => ['type' => 'reject-items', 'keys' => ['A'], 'message' => 'No such item'],
]);
echo json_encode($sync($product(['name' => 'Z']), product('B'))), ' ', $name(), "\n";
$cli->clearFaults();

echo "Not delivered: whole next time\n";
$cli->fault(['match' => ['method' => 'PATCH'], 'fault' => ['type' => 'status', 'status' => 503]]);
echo json_encode($sync($product(['name' => 'V']), product('B'))), ' ', $name(), "\n";
$cli->clearFaults();
echo json_encode($sync($product(['name' => 'V']), product('B'))), ' ', $name(), "\n";
echo json_encode($sync($product(['name' => 'W']), product('B'))), ' ', $name(), "\n";

echo "Asked for again: whole\n";
$cli->run(['resync', '--feed=products']);
echo json_encode($sync($product(['name' => 'U']), product('B'))), ' ', $name(), "\n";

echo "A body that is not the delivered one does not count\n";
$cli->pdo()->exec("UPDATE aco_sent_bodies SET body = replace(body, '\"U\"', '\"other\"')");
echo json_encode($sync($product(['name' => 'T']), product('B'))), ' ', $name(), "\n";

echo "Whole again\n";
$cli->run(['config:init', '--changes=']);
echo json_encode($sync($product(['name' => 'S']), product('B'))), "\n";

echo "Rows that are gone take their bodies along\n";
$cli->run(['config:init', '--changes=patch']);
$sync($product(['name' => 'R']), ['deleted' => true] + product('B'));
$cli->run(['cleanup', '--days=0']);
sleep(1);
$cli->run(['cleanup', '--days=0']);
echo count($cli->rows('cde_products_feed')), ' ', count($cli->rows('aco_sent_bodies')), "\n";
?>
--EXPECT--
config:init --changes=parts [2] --changes must be whole or patch.
new: whole
stock: part, 919 bytes less
name: part, 1031 bytes less
label of an image: part, 785 bytes less
image gone: whole
no image: whole
images again: part, 923 bytes less
value empty: whole
variant gone: whole
attribute behind the others: part, 1008 bytes less
attribute in between: whole
as at first: whole
title: part, 1024 bytes less
title and keywords: whole
keywords gone: whole
description gone: whole
hidden: whole
back: whole
deleted: whole
created again: whole
name again: part, 1030 bytes less
Two versions in one source
{"read":2,"sent":1,"accepted":1,"patched":1,"bytesSaved":1030,"skipped":1} Y
Refused as a part
{"read":2,"sent":2,"accepted":2} Product B, Z
Not delivered: whole next time
{"read":2,"unchanged":1,"sent":1,"toRetry":1} Product B, Z
{"read":2,"unchanged":1,"sent":1,"accepted":1} Product B, V
{"read":2,"unchanged":1,"sent":1,"accepted":1,"patched":1,"bytesSaved":1030} Product B, W
Asked for again: whole
{"read":2,"sent":2,"accepted":2} Product B, U
A body that is not the delivered one does not count
{"read":2,"unchanged":1,"sent":1,"accepted":1} Product B, T
Whole again
{"read":2,"unchanged":1,"sent":1,"accepted":1}
Rows that are gone take their bodies along
1 1
