--TEST--
OrderMapper: product list items of simple, configurable and bundle lines count nothing twice
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/orders.inc';

use Aco\Experience\OrderMapper;

function items(array $order, string $name = 'OrderPlaced'): void
{
    $events = events($order);
    foreach ($events[$name]['productListItems'] ?? [] as $item) {
        echo '  ', json($item), "\n";
    }
    echo isset($events[$name]['productListItems']) ? '' : "  (none)\n";
}

$color = '{"info_buyRequest":{"qty":1},"attributes_info":[{"label":"Color","value":"Réd","option_id":93},{"label":"Size","value":42}]}';
$configurable = [
    line('1', [
        'productType' => 'configurable', 'itemsShippedTogether' => true, 'sku' => 'SHOE-RED', 'productSku' => 'SHOE',
        'productOptions' => $color,
    ]),
    line('2', ['parentEntityId' => '1', 'itemPrice' => 0, 'discountAmount' => 0]),
];
echo "configurable\n";
items(order(['items' => $configurable]));
echo "its child is invoiced\n";
items(order(['items' => $configurable, 'invoices' => [invoice('3', ['2' => 1])]]), 'OrderInvoiced');
echo "both are shipped\n";
items(order(['items' => $configurable, 'shipments' => [shipment('a', ['1' => 2, '2' => 2])]]), 'OrderItemsShipped');
echo "one is refunded\n";
items(order(['items' => $configurable, 'creditMemos' => [memo('x', ['1' => 1])]]), 'CreditMemoIssued');

// Two bundles of 3 A and 1 B each.
$bundle = [
    line('1', ['productType' => 'bundle', 'itemPrice' => 80, 'discountAmount' => 8, 'qtyOrdered' => 2]),
    line('2', [
        'parentEntityId' => '1', 'qtyOrdered' => 6, 'qty' => 6, 'itemPrice' => 60, 'discountAmount' => 6,
        'itemId' => ['id' => 'item-2'],
    ]),
    line('3', ['parentEntityId' => '1', 'qtyOrdered' => 2, 'itemPrice' => 20, 'discountAmount' => 2]),
];
echo "bundle\n";
items(order(['items' => $bundle]));
echo "shipped in parts: A of one; then B of both; then the rest\n";
$shipments = [
    shipment('c', ['2' => 3], ['createdAt' => '2023-04-03T12:00:00+00:00']),
    shipment('a', ['2' => 3], ['createdAt' => '2023-04-03T10:00:00+00:00']),
    shipment('b', ['3' => 2], ['createdAt' => '2023-04-03T11:00:00+00:00']),
];
foreach (['OrderItemsShipped', 'OrderItemsShipped2', 'OrderItemsShipped3'] as $name) {
    items(order(['items' => $bundle, 'shipments' => $shipments]), $name);
}
echo "invoiced with its parts\n";
items(order(['items' => $bundle, 'invoices' => [invoice('3', ['1' => 1, '2' => 3, '3' => 1])]]), 'OrderInvoiced');
echo "a price on the bundle only\n";
$fixed = [
    $bundle[0],
    ['itemPrice' => 0, 'discountAmount' => 0] + $bundle[1],
    ['itemPrice' => 0, 'discountAmount' => 0] + $bundle[2],
];
items(order(['items' => $fixed, 'shipments' => [shipment('a', ['2' => 3, '3' => 1])]]), 'OrderItemsShipped');

echo "parts of a line add up\n";
$third = line('1', ['qtyOrdered' => 3, 'qty' => 3, 'itemPrice' => 100, 'discountAmount' => 10]);
$sum = 0;
foreach (['1', '2', '3'] as $n) {
    $invoices[] = invoice($n, ['1' => 1], ['createdAt' => "2023-04-0{$n}T10:00:00Z"]);
}
foreach (events(order(['items' => [$third], 'invoices' => $invoices])) as $name => $event) {
    if (str_starts_with($name, 'OrderInvoiced')) {
        echo '  ', json($event['productListItems'][0]), "\n";
    }
}
echo "odd lines\n";
items(order(['items' => [
    line('1', ['qty' => null, 'qtyOrdered' => 2.75]),
    line('2', ['parentEntityId' => '99']),
    line('3', [
        'productSku' => null, 'name' => null, 'itemPrice' => '12.5000', 'discountAmount' => null, 'itemId' => null,
    ]),
    null,
    line('4', ['parentEntityId' => '4']),
]]));
echo "nothing that is known is named\n";
items(order(['invoices' => [invoice('3', ['9' => 1, '1' => 0])]]), 'OrderInvoiced');
items(order(['invoices' => [invoice('3', [], ['invoiceItems' => null])]]), 'OrderInvoiced');
items(order(['items' => null]));

echo "options of any shape\n";
foreach ([null, '', '{', '[]', '"attributes_info"', '{"color":"red"}', '{"attributes_info":5}', '{"attributes_info":[1,null,{"label":"L"},{"label":null,"value":"v"},{"label":["x"],"value":"v"}]}',
    '{"attributes_info":{"a":{"label":"L","value":1.5}}}', [
        'attributes_info' => [['label' => 'L', 'value' => 'v']],
    ], '{"attributes_info":[{"label":"L","value":"v"}],"more":"' . str_repeat('v', 1 << 20) . '"}',
    str_repeat('[', 100) . '"attributes_info"', 7] as $options) {
    echo '  ',
        json(
            events(order(['items' => [
                line('1', ['productOptions' => $options]),
            ]]))['OrderPlaced']['productListItems'][0]['selectedOptions']
                ?? null,
        ),
        "\n";
}

echo "a huge order loses what is optional\n";
$many = array_map(
    fn (int $n) => line((string) $n, ['productOptions' => $color, 'name' => str_repeat('n', 200)]),
    range(1, 300),
);
$event = (new OrderMapper(settings()))->map(order(['items' => $many]))[0];
var_dump(strlen((string) $event) <= 65536 - 64);
echo json($event->jsonSerialize()['xdm']['productListItems'][299]), ' ', json($event->leftOut), "\n";
?>
--EXPECT--
configurable
  {"_id":"item-1","SKU":"SHOE","name":"Thing 1","quantity":2,"priceTotal":100,"discountAmount":5,"currencyCode":"USD","selectedOptions":[{"attribute":"Color","value":"Réd"},{"attribute":"Size","value":"42"}]}
its child is invoiced
  {"_id":"item-1","SKU":"SHOE","name":"Thing 1","quantity":1,"priceTotal":50,"discountAmount":2.5}
both are shipped
  {"SKU":"SHOE","name":"Thing 1","quantity":2,"priceTotal":100,"discountAmount":5,"currencyCode":"USD","selectedOptions":[{"attribute":"Color","value":"Réd"},{"attribute":"Size","value":"42"}]}
one is refunded
  {"SKU":"SHOE","name":"Thing 1","quantity":1,"priceTotal":50,"discountAmount":2.5,"currencyCode":"USD","selectedOptions":[{"attribute":"Color","value":"Réd"},{"attribute":"Size","value":"42"}]}
bundle
  {"_id":"item-1","SKU":"SKU-1","name":"Thing 1","quantity":2,"priceTotal":80,"discountAmount":8,"currencyCode":"USD"}
shipped in parts: A of one; then B of both; then the rest
  {"SKU":"SKU-1","name":"Thing 1","quantity":1,"priceTotal":30,"discountAmount":3,"currencyCode":"USD"}
  {"SKU":"SKU-1","name":"Thing 1","quantity":1,"priceTotal":20,"discountAmount":2,"currencyCode":"USD"}
  {"SKU":"SKU-1","name":"Thing 1","quantity":1,"priceTotal":30,"discountAmount":3,"currencyCode":"USD"}
invoiced with its parts
  {"_id":"item-1","SKU":"SKU-1","name":"Thing 1","quantity":1,"priceTotal":40,"discountAmount":4}
a price on the bundle only
  {"SKU":"SKU-1","name":"Thing 1","quantity":1,"priceTotal":40,"discountAmount":4,"currencyCode":"USD"}
parts of a line add up
  {"_id":"item-1","SKU":"SKU-1","name":"Thing 1","quantity":1,"priceTotal":33.3333,"discountAmount":3.3333}
  {"_id":"item-1","SKU":"SKU-1","name":"Thing 1","quantity":1,"priceTotal":33.3333,"discountAmount":3.3333}
  {"_id":"item-1","SKU":"SKU-1","name":"Thing 1","quantity":1,"priceTotal":33.3333,"discountAmount":3.3333}
odd lines
  {"_id":"item-1","SKU":"SKU-1","name":"Thing 1","quantity":2,"priceTotal":100,"discountAmount":5,"currencyCode":"USD"}
  {"_id":"item-2","SKU":"SKU-2","name":"Thing 2","quantity":2,"priceTotal":100,"discountAmount":5,"currencyCode":"USD"}
  {"SKU":"SKU-3","quantity":2,"priceTotal":12.5,"currencyCode":"USD"}
  {"_id":"item-4","SKU":"SKU-4","name":"Thing 4","quantity":2,"priceTotal":100,"discountAmount":5,"currencyCode":"USD"}
nothing that is known is named
  (none)
  (none)
  (none)
options of any shape
  null
  null
  null
  null
  null
  null
  null
  null
  [{"attribute":"L","value":"1.5"}]
  [{"attribute":"L","value":"v"}]
  null
  null
  null
a huge order loses what is optional
bool(true)
{"_id":"item-300","SKU":"SKU-300","quantity":2,"priceTotal":100,"discountAmount":5,"currencyCode":"USD"} {"details":1}
