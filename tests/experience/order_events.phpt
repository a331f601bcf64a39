--TEST--
OrderMapper: each event happens once, whatever snapshots of an order are skipped or repeated
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/orders.inc';

use Aco\Experience\OrderMapper;

echo "-- what a snapshot tells of\n";
$two = [line('1'), line('2', ['qtyOrdered' => 1])];
$half = [line('1', ['qtyShipped' => 2]), line('2', ['qtyOrdered' => 1])];
$full = [line('1', ['qtyShipped' => 2]), line('2', ['qtyOrdered' => 1, 'qtyShipped' => 1])];
$steps = [
    'new' => order(['items' => $two]),
    'invoiced' => order(['items' => $two, 'state' => 3, 'invoices' => [invoice('3', ['1' => 2])]]),
    'partly shipped' => order([
        'items' => $half, 'state' => 3, 'invoices' => [invoice('3', ['1' => 2])],
        'shipments' => [shipment('a', ['1' => 2])],
    ]),
    'invoiced again' => order([
        'items' => $half, 'state' => 3, 'invoices' => [invoice('3', ['1' => 2]), invoice('4', ['2' => 1])],
        'shipments' => [shipment('a', ['1' => 2])]]),
    'shipped' => order([
        'items' => $full, 'state' => 4, 'invoices' => [invoice('3', ['1' => 2]), invoice('4', ['2' => 1])],
        'shipments' => [shipment('a', ['1' => 2]), shipment('b', ['2' => 1], [
            'createdAt' => '2023-04-03T12:00:00+00:00',
        ])]]),
    'refunded' => order([
        'items' => $full, 'state' => 5, 'invoices' => [invoice('3', ['1' => 2]), invoice('4', ['2' => 1])],
        'shipments' => [shipment('a', ['1' => 2]), shipment('b', ['2' => 1], [
            'createdAt' => '2023-04-03T12:00:00+00:00',
        ])],
        'creditMemos' => [memo('x', ['1' => 1])]]),
];
foreach ($steps as $name => $snapshot) {
    echo "$name: ", names($snapshot), "\n";
}
foreach ([
    'new' => 1, 'pending_payment' => 2, 'complete' => 4, 'closed' => 5, 'cancelled' => 6, 'holded' => 7,
    'payment_review' => 8, 'unknown' => 0,
] as $name => $state) {
    echo "state $name: ", names(order(['state' => $state, 'status' => 'canceled'])), "\n";
}
echo 'no state: ', names(order(['state' => null])), "\n";

echo "-- every way through the snapshots\n";
$mapper = new OrderMapper(settings());
$expected = array_map(fn ($event) => $event->id, $mapper->map(end($steps)));
sort($expected);
$snapshots = array_values($steps);
$last = count($snapshots) - 1;
$ways = 0;
// Skip any of the snapshots but the last, and repeat each that comes.
for ($chosen = 0; $chosen < 1 << $last; $chosen++) {
    $sent = [];
    foreach ($snapshots as $n => $snapshot) {
        for ($repeat = 0; ($n === $last || ($chosen >> $n & 1)) && $repeat < 2; $repeat++) {
            foreach ($mapper->map($snapshot, $sent) as $event) {
                $sent[] = $event->id;
            }
        }
    }
    sort($sent);
    $ways += $sent === $expected ? 1 : 0;
}
echo "$ways of ", 1 << $last, " with ", count($expected), " events\n";

echo "-- ids\n";
$placed = $mapper->map(order())[0]->id;
var_dump(
    $placed === $mapper->map(order(
        ['updatedAt' => '2023-05-05T00:00:00Z', 'customerEmail' => 'other@example.com'],
    ))[0]->id,
);
var_dump($placed === (new OrderMapper(settings(), true))->map(order())[0]->id);
var_dump($placed === (new OrderMapper(settings([], [], 'other')))->map(order())[0]->id);
var_dump($placed === $mapper->map(order(['orderId' => ['id' => 'other']]))[0]->id);
echo $placed, "\n";
foreach (['orderId' => null, 'absent' => ['orderId'], 'empty' => ['id' => '']] as $how => $value) {
    $order = order();
    if ($how === 'absent') {
        unset($order['orderId']);
    } else {
        $order['orderId'] = $value;
    }
    $event = $mapper->map($order)[0];
    echo "$how: $event->orderId $event->id\n";
}

echo "-- what is not sent\n";
var_dump(count($mapper->map(order(['deleted' => true]))));
$some = new OrderMapper(settings(['backOfficeEvents' => false], ['base' => ['backOfficeEvents' => true]]));
echo count($some->map(order())), count($some->map(order(['websiteCode' => 'eu']))),
    count($some->map(order(['websiteCode' => null]))), "\n";
$without = order();
unset($without['websiteCode'], $without['storeCode'], $without['storeViewCode']);
echo count($mapper->map($without)), ' ', json(events($without)['OrderPlaced']['commerce']['commerceScope']), ' ',
    json($mapper->map($without)[0]->websiteCode), "\n";

echo "-- shipment completed\n";
$ship = fn (array $lines, array $more = []) => str_contains(
    names(order($more + ['items' => $lines, 'shipments' => [shipment('a', ['1' => 1])]])),
    'ShipmentCompleted',
)
    ? 'yes'
    : 'no';
echo 'one short: ', $ship([line('1', ['qtyShipped' => 1])]), "\n";
echo 'rest cancelled: ', $ship([line('1', ['qtyShipped' => 1, 'qtyCanceled' => 1])]), "\n";
echo 'rest refunded: ', $ship([line('1', ['qtyShipped' => 1, 'qtyRefunded' => 1])]), "\n";
echo 'virtual line left: ', $ship([line('1', ['qtyShipped' => 2]), line('2', ['isVirtual' => true])]), "\n";
echo 'only virtual lines: ', $ship([line('2', ['isVirtual' => true])]), "\n";
echo 'virtual order: ', $ship([line('1', ['qtyShipped' => 2])], ['isVirtual' => true]), "\n";
echo 'no shipment: ', $ship([line('1', ['qtyShipped' => 2])], ['shipments' => []]), "\n";
echo 'no line: ', $ship([]), "\n";
$parent = fn (bool $together, int $shipped) => line(
    '1',
    ['productType' => 'bundle', 'itemsShippedTogether' => $together, 'qtyShipped' => $shipped],
);
$child = fn (string $entity, int $shipped) => line($entity, ['parentEntityId' => '1', 'qtyShipped' => $shipped]);
echo 'together, parent shipped: ', $ship([$parent(true, 2), $child('2', 0)]), "\n";
echo 'together, child shipped: ', $ship([$parent(true, 0), $child('2', 2)]), "\n";
echo 'apart, children shipped: ', $ship([$parent(false, 0), $child('2', 2), $child('3', 2)]), "\n";
echo 'apart, one child left: ', $ship([$parent(false, 2), $child('2', 2), $child('3', 1)]), "\n";
?>
--EXPECT--
-- what a snapshot tells of
new: OrderPlaced
invoiced: OrderPlaced OrderInvoiced
partly shipped: OrderPlaced OrderInvoiced OrderItemsShipped
invoiced again: OrderPlaced OrderInvoiced OrderInvoiced2 OrderItemsShipped
shipped: OrderPlaced OrderInvoiced OrderInvoiced2 OrderItemsShipped OrderItemsShipped2 OrderShipmentCompleted
refunded: OrderPlaced OrderInvoiced OrderInvoiced2 OrderItemsShipped OrderItemsShipped2 OrderShipmentCompleted CreditMemoIssued
state new: OrderPlaced
state pending_payment: OrderPlaced
state complete: OrderPlaced
state closed: OrderPlaced
state cancelled: OrderPlaced OrderCancelled
state holded: OrderPlaced
state payment_review: OrderPlaced
state unknown: OrderPlaced
no state: OrderPlaced
-- every way through the snapshots
32 of 32 with 7 events
-- ids
bool(true)
bool(true)
bool(false)
bool(false)
47353ef2-09a9-5ada-a276-b40da8865cef
orderId: 1 62c34cd9-13e3-5f6f-b935-ed762f716f1b
absent: 1 62c34cd9-13e3-5f6f-b935-ed762f716f1b
empty: 1 62c34cd9-13e3-5f6f-b935-ed762f716f1b
-- what is not sent
int(0)
100
1 {"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1"} ""
-- shipment completed
one short: no
rest cancelled: yes
rest refunded: yes
virtual line left: yes
only virtual lines: no
virtual order: no
no shipment: no
no line: no
together, parent shipped: yes
together, child shipped: no
apart, children shipped: yes
apart, one child left: no
