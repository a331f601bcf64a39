--TEST--
OrderMapper: an order that is too large for a request keeps its totals and as many lines as fit, and says so
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/orders.inc';

use Aco\Experience\OrderMapper;

const MAX = 65536 - 64;

function lines(int $count, array $more = []): array
{
    return array_map(
        fn (int $n) => line((string) $n, $more + ['itemPrice' => $n + 0.25, 'discountAmount' => 0.5]),
        range(1, $count),
    );
}

function show(Aco\Experience\Event $event): void
{
    $items = $event->jsonSerialize()['xdm']['productListItems'];
    $last = end($items);
    echo substr($event->type, 19), ' ', json(strlen((string) $event) <= MAX), ' ', json($event->leftOut), ' ', json([
        array_sum(array_column($items, 'quantity')), array_sum(array_column($items, 'priceTotal')),
        array_sum(array_column($items, 'discountAmount')),
    ]), ' ', json(isset($event->leftOut['productListItems'])
        ? (count($items) - 1 + $event->leftOut['productListItems']) : count($items)), ' ', json(
            $last['SKU'] === 'aco:more-lines' ? $last : null,
        ), "\n";
}

$mapper = new OrderMapper(settings());
foreach ([300, 400, 480, 1000, 5000] as $count) {
    $order = order(['items' => lines($count)]);
    $event = $mapper->map($order)[0];
    echo "$count: ";
    show($event);
    if ((string) $mapper->map($order)[0] !== (string) $event) {
        echo "not the same again\n";
    }
}
echo "as many as fit: the next one would not\n";
$event = $mapper->map(order(['items' => lines(1000)]))[0];
var_dump(strlen((string) $event) > MAX - 500);
echo "every other event\n";
$all = array_fill_keys(range(1, 1000), 2);
$order = order([
    'items' => lines(1000, ['qtyShipped' => 2]), 'invoices' => [invoice('3', $all)],
    'shipments' => [shipment('a', $all)], 'creditMemos' => [memo('x', $all)],
]);
foreach ($mapper->map($order) as $event) {
    show($event);
}
echo "what is large beside the lines\n";
$event = (new OrderMapper(settings(), false, ['note' => '_acme.note']))->map(order(['additionalInformation' => [
    ['name' => 'note', 'value' => str_repeat('n', 70000)],
]]))[0];
echo strlen((string) $event) <= MAX ? 'fits' : 'too large', ' ', json($event->leftOut), "\n";
$event = $mapper->map(order(['items' => lines(3), 'payment' => [
    'billingAddress' => ['city' => str_repeat('c', 70000)],
]]))[0];
echo strlen((string) $event) <= MAX ? 'fits' : 'too large', ' ', json($event->leftOut), "\n";
echo "one line more than fits\n";
$huge = [
    line('1', ['sku' => 'A', 'productSku' => 'A']),
    line('2', ['productSku' => str_repeat('B', 70000)]),
    line('3', ['productSku' => 'C']),
];
show($mapper->map(order(['items' => $huge]))[0]);
show($mapper->map(order(['items' => [$huge[0], $huge[2], $huge[1]]]))[0]);
echo Aco\Experience\Event::fromJson('a', 't', 'o', 'w', 'x', '{}')->leftOut === []
    ? "nothing is known of a stored one\n"
    : '';
?>
--EXPECT--
300: OrderPlaced true [] [600,45225.0,150.0] 300 null
400: OrderPlaced true [] [800,80300.0,200.0] 400 null
480: OrderPlaced true [] [960,115560.0,240.0] 480 null
1000: OrderPlaced true {"details":1,"productListItems":414} [2000,500750.0,500.0] 1000 {"SKU":"aco:more-lines","name":"414 more lines, left out for the size of the event","quantity":828,"priceTotal":328612.5,"discountAmount":207,"currencyCode":"USD"}
5000: OrderPlaced true {"details":1,"productListItems":4414} [10000,12503750.0,2500.0] 5000 {"SKU":"aco:more-lines","name":"4414 more lines, left out for the size of the event","quantity":8828,"priceTotal":12331612.5,"discountAmount":2207,"currencyCode":"USD"}
as many as fit: the next one would not
bool(true)
every other event
OrderPlaced true {"details":1,"productListItems":414} [2000,500750.0,500.0] 1000 {"SKU":"aco:more-lines","name":"414 more lines, left out for the size of the event","quantity":828,"priceTotal":328612.5,"discountAmount":207,"currencyCode":"USD"}
OrderInvoiced true {"details":1,"productListItems":274} [2000,500750.0,500.0] 1000 {"SKU":"aco:more-lines","name":"274 more lines, left out for the size of the event","quantity":548,"priceTotal":236667.5,"discountAmount":137}
OrderItemsShipped true {"details":1,"productListItems":310} [2000,500750.0,500.0] 1000 {"SKU":"aco:more-lines","name":"310 more lines, left out for the size of the event","quantity":620,"priceTotal":262182.5,"discountAmount":155,"currencyCode":"USD"}
OrderShipmentCompleted true {"details":1,"productListItems":309} [2000,500750.0,500.0] 1000 {"SKU":"aco:more-lines","name":"309 more lines, left out for the size of the event","quantity":618,"priceTotal":261491.25,"discountAmount":154.5,"currencyCode":"USD"}
CreditMemoIssued true {"details":1,"productListItems":284} [2000,100000,500.0] 1000 {"SKU":"aco:more-lines","name":"284 more lines, left out for the size of the event","quantity":568,"priceTotal":28400,"discountAmount":142,"currencyCode":"USD"}
what is large beside the lines
fits {"details":1}
too large {"details":1,"productListItems":3}
one line more than fits
OrderPlaced true {"details":1,"productListItems":2} [6,300,15] 3 {"SKU":"aco:more-lines","name":"2 more lines, left out for the size of the event","quantity":4,"priceTotal":200,"discountAmount":10,"currencyCode":"USD"}
OrderPlaced true {"details":1,"productListItems":1} [6,300,15] 3 {"SKU":"aco:more-lines","name":"1 more line, left out for the size of the event","quantity":2,"priceTotal":100,"discountAmount":5,"currencyCode":"USD"}
nothing is known of a stored one
