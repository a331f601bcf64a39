--TEST--
Order events get images and categories of the products that sync sends, and the buyer's order number from an attribute
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/orders.inc';

$cli = (new Cli())->startSandbox(['--org', ORGANIZATION]);
$cli->init(['org-id' => ORGANIZATION]);
configure($cli, ['--po-attribute=po_number']);

/** The bodies that the sandbox holds, by order and type. */
function bodies(Cli $cli): array
{
    $bodies = [];
    foreach (json_decode(file_get_contents("{$cli->sandbox['url']}/api/events?limit=1000"), true)['events'] as $row) {
        $xdm = $row['event']['xdm'];
        $type = str_replace('commerce.backofficeOrder', '', $row['type']);
        $bodies["{$xdm['commerce']['order']['purchaseID']} $type"] = $xdm;
    }
    ksort($bodies);

    return $bodies;
}

$category = static fn (int $id, string $path, string $name): array => [
    'categoryId' => $id, 'urlPath' => $path, 'storeViewCode' => 'default', 'name' => $name, 'isActive' => 1,
    'includeInMenu' => 1, 'deleted' => false,
];
$image = static fn (string $url, string ...$roles): array => [
    'resource' => ['url' => "https://shop.example/$url", 'label' => '', 'roles' => $roles],
];
$shop = static function (string $name, array $products) use ($cli, $category): void {
    $cli->write("$name/categories.jsonl", [$category(3, 'tops', 'Töps'), $category(4, 'sale', 'Sale')]);
    $cli->write("$name/products.jsonl", $products);
};
$routes = static fn (string ...$paths): array => array_map(
    static fn (string $path): array => ['categoryId' => 1, 'categoryPath' => $path, 'productPosition' => 0],
    $paths,
);
$shop('old', [product('SKU-2', ['categoryData' => $routes('sale', 'gone'), 'images' => [$image('2.jpg')]])]);
$shop('new', [
    product('SKU-1', ['categoryData' => $routes('tops'), 'images' => [$image('x.jpg'), $image('1.jpg', 'image')]]),
    product('SKU-1', ['storeViewCode' => 'fr', 'images' => [$image('fr.jpg', 'image')]]),
]);

echo "-- off\n";
show($cli->run(['orders:products', 'old']), $cli, 'orders:products');
$cli->run(['sync', 'old']);
echo "-- on\n";
echo json_encode($cli->run(['experience:config', '--item-details=on', '--json'])->json()['item_details']), "\n";
$cli->run(['sync', 'new']);
show($cli->run(['orders:products', 'ini']), $cli, 'no source');
show($cli->run(['orders:products', '-']), $cli, 'a stream');
$order = static fn (int $number, array $more = []): array => $more + [
    'items' => [line('1'), line('2'), line('3'), line('1', [
        'itemId' => ['id' => 'own'], 'entityId' => '9', 'categories' => [['path' => 'own']],
    ])],
    'additionalInformation' => [['name' => 'po_number', 'value' => "PO-$number"]],
] + life($number)[1];
$cli->run(['orders:sync', '-'], [], lines([$order(1)]));
echo $cli->run(['orders:products', 'old'])->out;
$cli->run(['orders:sync', '-'], [], lines([$order(2), $order(3, ['storeViewCode' => 'fr'])]));
foreach (bodies($cli) as $name => $xdm) {
    echo "$name ", $xdm['commerce']['order']['purchaseOrderNumber'] ?? '-', "\n";
    foreach ($xdm['productListItems'] as $item) {
        echo '  ', json([
            $item['SKU'], $item['productCategories'] ?? null, $item['productImageUrl'] ?? null,
        ]), "\n";
    }
}
echo "-- changed, then off again\n";
$shop('new', [product('SKU-1', ['images' => [$image('later.jpg')]])]);
$cli->run(['sync', 'new']);
$cli->run(['orders:sync', '-'], [], lines([$order(4)]));
$cli->run(['experience:config', '--item-details=off', '--po-attribute=']);
$cli->run(['orders:sync', '-'], [], lines([$order(5)]));
foreach (array_slice(bodies($cli), -4) as $name => $xdm) {
    $item = $xdm['productListItems'][0];
    echo "$name ", json([
        $xdm['commerce']['order']['purchaseOrderNumber'] ?? null, $item['productCategories'] ?? null,
        $item['productImageUrl'] ?? null,
    ]), "\n";
}
?>
--EXPECT--
-- off
orders:products [2] Order events have no images and categories yet: run experience:config --item-details=on first.
-- on
true
no source [2] ini contains no feed file: expected at least one of products.jsonl, productAttributes.jsonl, categories.jsonl, prices.jsonl, priceBooks.jsonl, categoryAttributes.jsonl, productLayers.jsonl, or the same with .gz.
a stream [2] Standard input does not say which feed it has: give a folder with products.jsonl and categories.jsonl.
products: 1 noted
categories: 2 noted
000000001 Invoiced PO-1
  ["SKU-1",[{"categoryPath":"tops"}],null]
000000001 Placed -
  ["SKU-1",[{"categoryPath":"tops"}],"https://shop.example/1.jpg"]
  ["SKU-2",null,null]
  ["SKU-3",null,null]
  ["SKU-1",[{"categoryPath":"own"}],"https://shop.example/1.jpg"]
000000002 Invoiced PO-2
  ["SKU-1",[{"categoryID":"3","categoryName":"Töps","categoryPath":"tops"}],null]
000000002 Placed -
  ["SKU-1",[{"categoryID":"3","categoryName":"Töps","categoryPath":"tops"}],"https://shop.example/1.jpg"]
  ["SKU-2",[{"categoryPath":"gone"},{"categoryID":"4","categoryName":"Sale","categoryPath":"sale"}],"https://shop.example/2.jpg"]
  ["SKU-3",null,null]
  ["SKU-1",[{"categoryPath":"own"}],"https://shop.example/1.jpg"]
000000003 Invoiced PO-3
  ["SKU-1",null,null]
000000003 Placed -
  ["SKU-1",null,"https://shop.example/fr.jpg"]
  ["SKU-2",null,null]
  ["SKU-3",null,null]
  ["SKU-1",[{"categoryPath":"own"}],"https://shop.example/fr.jpg"]
-- changed, then off again
000000004 Invoiced ["PO-4",null,null]
000000004 Placed [null,null,"https://shop.example/later.jpg"]
000000005 Invoiced [null,null,null]
000000005 Placed [null,null,null]
