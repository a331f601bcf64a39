--TEST--
OrderMapper: quantities with decimals, of virtual and cancelled lines, and of bundles that come in parts
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/orders.inc';

function items(array $order, string $name): string
{
    $items = events($order)[$name]['productListItems'] ?? null;

    return $items === null ? '(none)' : implode(' ', array_map(
        static fn (array $item): string => "$item[SKU] $item[quantity] "
        . json($item['priceTotal'] ?? null) . ' ' . json($item['discountAmount'] ?? null), $items));
}

function completed(float|int $ordered, float|int $cancelled, float|int $refunded, float|int $shipped): string
{
    $line = line('1', [
        'qtyOrdered' => $ordered, 'qty' => (int) $ordered, 'qtyCanceled' => $cancelled, 'qtyRefunded' => $refunded,
        'qtyShipped' => $shipped,
    ]);

    return str_contains(
        names(order(['items' => [$line], 'shipments' => [shipment('a', ['1' => $shipped])]])),
        'Completed',
    )
        ? 'yes'
        : 'no';
}

echo "-- everything is shipped?\n";
foreach ([
    [1.1, 0.8, 0, 0.3], [1.1, 0, 0.8, 0.3], [0.3, 0.1, 0, 0.2], [3.3, 1.1, 1.1, 1.1], [1.1, 0.8, 0, 0.2999],
    [0.0001, 0, 0, 0.0001], [2, 0, 0, 1.9999],
    [2, 0, 0, 1.999999996], [2, 0, 0, 1.99999999], [12345678.1, 12345677.8, 0, 0.3], [1, 0, 0, 2]] as $quantities) {
    echo implode(' ', $quantities), ': ', completed(...$quantities), "\n";
}

echo "-- what a completed shipment lists\n";
$lines = [
    line('1', ['qtyShipped' => 2]),
    line('2', ['isVirtual' => true, 'qtyInvoiced' => 2, 'qtyShipped' => 2]),
    line('3', ['qtyCanceled' => 2]),
    line('4', ['qtyRefunded' => 2]),
    line('5', ['qtyOrdered' => 4, 'qty' => 4, 'qtyCanceled' => 3, 'qtyShipped' => 1]),
    line('6', ['qtyShipped' => 2, 'qtyRefunded' => 2]),
];
echo items(
    order(['items' => $lines, 'shipments' => [shipment('a', ['1' => 2, '5' => 1, '6' => 2])]]),
    'OrderShipmentCompleted',
),
    "\n";
echo items(order(['items' => $lines]), 'OrderPlaced'), "\n";

echo "-- sold by weight\n";
$weight = [line('1', [
    'qtyOrdered' => 0.45, 'qty' => 0, 'qtyShipped' => 0.45, 'itemPrice' => 9, 'discountAmount' => 0.9,
])];
$order = order(['items' => $weight, 'invoices' => [invoice('3', ['1' => 0.45])],
    'shipments' => [shipment('a', ['1' => 0.15]), shipment('b', ['1' => 0.3], ['createdAt' => '2023-04-03T12:00:00Z'])],
    'creditMemos' => [memo('x', ['1' => 0.25], ['refundItems' => [[
        'orderItemId' => ['id' => 'item-1'], 'qtyRefunded' => 0.25, 'basePrice' => 20, 'baseRowTotal' => 4.5,
    ]]])]]);
foreach ([
    'OrderPlaced', 'OrderInvoiced', 'OrderItemsShipped', 'OrderItemsShipped2', 'OrderShipmentCompleted',
    'CreditMemoIssued',
] as $name) {
    echo $name, ' ', items($order, $name), "\n";
}
$sum = [line('1', ['qtyOrdered' => 3, 'qty' => 3])];
$tenths = array_fill(0, 3, ['orderItemId' => ['id' => 'item-1'], 'qtyInvoiced' => 0.7]);
$tenths[] = ['orderItemId' => ['id' => 'item-1'], 'qtyInvoiced' => 0.9];
echo 'three in four rows: ',
    items(order(['items' => $sum, 'invoices' => [invoice('3', [], ['invoiceItems' => $tenths])]]), 'OrderInvoiced'),
    "\n";

$order = order(['items' => [line('1', ['qtyOrdered' => 0])], 'invoices' => [invoice('3', ['1' => 2])]]);
echo 'of a line without an ordered quantity: ', items($order, 'OrderInvoiced'), "\n";

echo "-- a bundle in parts: two of three A, one B, one that is virtual and one that was cancelled\n";
$bundle = [
    line('1', ['productType' => 'bundle', 'itemPrice' => 80, 'discountAmount' => 8]),
    line('2', [
        'parentEntityId' => '1', 'qtyOrdered' => 6, 'qtyShipped' => 6, 'itemPrice' => 60, 'discountAmount' => 6,
    ]),
    line('3', [
        'parentEntityId' => '1', 'qtyOrdered' => 2, 'qtyShipped' => 2, 'itemPrice' => 20, 'discountAmount' => 2,
    ]),
    line('4', [
        'parentEntityId' => '1', 'qtyOrdered' => 2, 'isVirtual' => true, 'itemPrice' => 0, 'discountAmount' => 0,
    ]),
    line('5', [
        'parentEntityId' => '1', 'qtyOrdered' => 2, 'qtyCanceled' => 2, 'itemPrice' => 0, 'discountAmount' => 0,
    ]),
];
$parts = [
    shipment('a', ['2' => 3]), shipment('b', ['3' => 2], ['createdAt' => '2023-04-03T11:00:00Z']),
    shipment('c', ['2' => 3], ['createdAt' => '2023-04-03T12:00:00Z']),
];
foreach (['OrderItemsShipped', 'OrderItemsShipped2', 'OrderItemsShipped3', 'OrderShipmentCompleted'] as $name) {
    echo $name, ' ', items(order(['items' => $bundle, 'shipments' => $parts]), $name), "\n";
}
echo 'both at once ',
    items(order(['items' => $bundle, 'shipments' => [shipment('a', ['2' => 6, '3' => 2])]]), 'OrderItemsShipped'), "\n";
echo "with a price of its own\n";
$fixed = array_map(
    fn (array $line) => isset($line['parentEntityId']) ? ['itemPrice' => 0, 'discountAmount' => 0] + $line : $line,
    $bundle,
);
foreach (['OrderItemsShipped', 'OrderItemsShipped2', 'OrderItemsShipped3', 'OrderShipmentCompleted'] as $name) {
    echo $name, ' ', items(order(['items' => $fixed, 'shipments' => $parts]), $name), "\n";
}

echo "-- refunds are before discounts, as all else\n";
$memo = fn (array $items) => ['creditMemos' => [memo('x', [], ['refundItems' => $items])]];
$refund = fn (array $more) => $more + [
    'orderItemId' => ['id' => 'item-1'], 'qtyRefunded' => 1, 'basePrice' => 50, 'baseRowTotal' => 47.5,
];
echo items(order($memo([$refund([])])), 'CreditMemoIssued'), "\n";
echo items(order($memo([$refund(['qtyRefunded' => 2, 'baseRowTotal' => 95])])), 'CreditMemoIssued'), "\n";
echo 'without a price: ', items(order($memo([$refund(['basePrice' => null])])), 'CreditMemoIssued'), "\n";
echo 'parts of a bundle: ', items(order(['items' => $bundle] + $memo([
    ['orderItemId' => ['id' => 'item-2'], 'qtyRefunded' => 3, 'basePrice' => 10, 'baseRowTotal' => 27],
    ['orderItemId' => ['id' => 'item-3'], 'qtyRefunded' => 1, 'basePrice' => 10, 'baseRowTotal' => 9],
])), 'CreditMemoIssued'), "\n";
?>
--EXPECT--
-- everything is shipped?
1.1 0.8 0 0.3: yes
1.1 0 0.8 0.3: yes
0.3 0.1 0 0.2: yes
3.3 1.1 1.1 1.1: yes
1.1 0.8 0 0.2999: no
0.0001 0 0 0.0001: yes
2 0 0 1.9999: no
2 0 0 1.999999996: yes
2 0 0 1.99999999: no
12345678.1 12345677.8 0 0.3: yes
1 0 0 2: yes
-- what a completed shipment lists
SKU-1 2 100 5 SKU-5 1 25 1.25 SKU-6 2 100 5
SKU-1 2 100 5 SKU-2 2 100 5 SKU-3 2 100 5 SKU-4 2 100 5 SKU-5 4 100 5 SKU-6 2 100 5
-- sold by weight
OrderPlaced SKU-1 1 9 0.9
OrderInvoiced SKU-1 1 9 0.9
OrderItemsShipped SKU-1 1 3 0.3
OrderItemsShipped2 SKU-1 1 6 0.6
OrderShipmentCompleted SKU-1 1 9 0.9
CreditMemoIssued SKU-1 1 5 0.5
three in four rows: SKU-1 3 100 5
of a line without an ordered quantity: SKU-1 2 100 5
-- a bundle in parts: two of three A, one B, one that is virtual and one that was cancelled
OrderItemsShipped SKU-1 1 30 3
OrderItemsShipped2 SKU-1 1 20 2
OrderItemsShipped3 SKU-1 1 30 3
OrderShipmentCompleted SKU-1 2 80 8
both at once SKU-1 2 80 8
with a price of its own
OrderItemsShipped SKU-1 1 20 2
OrderItemsShipped2 SKU-1 1 40 4
OrderItemsShipped3 SKU-1 1 20 2
OrderShipmentCompleted SKU-1 2 80 8
-- refunds are before discounts, as all else
SKU-1 1 50 2.5
SKU-1 2 100 5
without a price: SKU-1 1 50 2.5
parts of a bundle: SKU-1 1 40 4
