--TEST--
Product layers and attributes of categories are synced as other feeds are, and shown once there are any
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();

$layer = static fn (string $sku, array $source, string $name): array => [
    'sku' => $sku, 'source' => $source, 'name' => $name, 'attributes' => [['code' => 'fit', 'values' => ['slim']]],
];
$season = static fn (string $locale): array => [
    'code' => 'season', 'source' => ['locale' => $locale], 'label' => 'Season', 'dataType' => 'TEXT',
];
$names = static fn (): array => array_map(
    static fn (array $body): string => implode(' ', [$body['sku'], ...array_values($body['source']), $body['name']]),
    $cli->held('productLayers'),
);

$cli->write('shop/products.jsonl', [product('A'), product('B')]);
$cli->run(['sync', "$cli->dir/shop"]);
check('not shown without rows', !str_contains($cli->run(['status'])->out, 'productLayers'));

$layers = [
    $layer('A', ['layer' => 'winter'], 'Winter A'), $layer('A', ['layer' => 'winter', 'locale' => 'fr'], 'Hiver A'),
    $layer('A', ['layer' => 'sale'], 'Sale A'), $layer('B', ['layer' => 'winter'], 'Winter B'),
    ['sku' => 'B', 'source' => ['locale' => 'fr'], 'name' => 'of no layer'],
];
$cli->write('shop/productLayers.jsonl', $layers);
$cli->write('shop/categoryAttributes.jsonl', [$season('default'), $season('fr')]);
$cli->write('shop/categories.jsonl', [[
    'urlPath' => 'men', 'storeViewCode' => 'default', 'name' => 'Men',
    'attributes' => [['attributeCode' => 'season', 'value' => 'winter']],
]]);
$first = $cli->run(['sync', '--json', "$cli->dir/shop"]);
echo json_encode([$first->feed('productLayers'), $first->feed('categoryAttributes')]), "\n";
echo implode(', ', $names()), "\n";
echo count($cli->held('categoryAttributes')), ' ', json_encode($cli->held('categories')[0]['attributes']), "\n";

echo json_encode($cli->run(['sync', '--json', "$cli->dir/shop"])->feed('productLayers')), "\n";
preg_match('/productLayers: .*/', $cli->run(['status'])->out, $match);
echo $match[0], "\n";

echo "What is gone, and what is deleted\n";
array_pop($layers);
$layers[3]['deleted'] = true;
unset($layers[2]);
$cli->write('shop/productLayers.jsonl', array_values($layers));
$cli->write('shop/categoryAttributes.jsonl', [$season('default')]);
$result = $cli->run(['sync', '--full', '--force', '--json', "$cli->dir/shop"]);
echo json_encode([$result->feed('productLayers'), $result->feed('categoryAttributes')]), "\n";
echo implode(', ', $names()), ' | ', count($cli->held('categoryAttributes')), "\n";

echo "A disabled store view takes its layers along, not those of all store views\n";
$cli->run(['scope:disable', '--store-view=fr']);
$cli->run(['sync', "$cli->dir/shop"]);
echo implode(', ', $names()), "\n";
preg_match_all('/\|( productLayers [ |\d]*)/', $cli->run(['status'])->out, $shown);
echo trim($shown[1][0] ?? 'not shown'), "\n";
?>
--EXPECT--
not shown without rows: yes
[{"read":5,"sent":4,"accepted":4,"rejected":1},{"read":2,"sent":2,"accepted":2}]
A sale Sale A, A winter Winter A, A fr winter Hiver A, B winter Winter B
2 [{"code":"season","values":["winter"]}]
{"read":5,"unchanged":4,"rejected":1}
productLayers: (none) 3, fr 1
What is gone, and what is deleted
[{"read":3,"unchanged":2,"sent":2,"deleted":2},{"read":1,"unchanged":1,"sent":1,"deleted":1}]
A winter Winter A, A fr winter Hiver A | 1
A disabled store view takes its layers along, not those of all store views
A winter Winter A
productLayers      |      1 |    1 |       3 |      0 |        0 |       0 |
