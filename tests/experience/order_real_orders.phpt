--TEST--
OrderMapper: events of real orders match the schema, and their sums those of the orders
--EXTENSIONS--
aco
--SKIPIF--
<?php
require __DIR__ . '/skipif_schema.inc';
is_file(getenv('ACO_REAL_FEEDS') . '/orders.jsonl') or die('skip ACO_REAL_FEEDS names no folder with orders.jsonl');
?>
--FILE--
<?php
require __DIR__ . '/orders.inc';
require __DIR__ . '/xdm.inc';

use Aco\Exception\MappingException;
use Aco\Experience\OrderMapper;

function same(float $a, float $b, string $what): void
{
    if (abs($a - $b) > 0.005) {
        echo "$what: $a is not $b\n";
    }
}

$mapper = new OrderMapper(settings());
$byType = $refused = $expected = $ids = [];
$tracking = $tracked = 0;
$without = $again = 0;
foreach (new SplFileObject(getenv('ACO_REAL_FEEDS') . '/orders.jsonl') as $text) {
    if (trim($text) === '') {
        continue;
    }
    $order = json_decode($text, true);
    try {
        $events = $mapper->map($order);
    } catch (MappingException $e) {
        $refused[$e->field] = ($refused[$e->field] ?? 0) + 1;
        continue;
    }
    $again += count($mapper->map($order, array_map(fn ($event) => $event->id, $events)));
    $number = $order['commerceOrderNumber'];
    $shippable = array_filter($order['items'], fn (array $line) => !$line['isVirtual'] && (
        isset($line['parentEntityId'])
        ? !array_column($order['items'], 'itemsShippedTogether', 'entityId')[$line['parentEntityId']]
        : $line['itemsShippedTogether'] || !in_array(
            $line['entityId'],
            array_column($order['items'], 'parentEntityId'),
            true,
        )));
    $left = array_filter(
        $shippable,
        fn (array $line) =>
            round($line['qtyOrdered'] - $line['qtyCanceled'] - $line['qtyRefunded'] - $line['qtyShipped'], 8) > 0,
    );
    $tracking += count(array_filter(
        $order['shipments'] ?? [],
        fn (array $shipment) => ($shipment['trackingInfo']['trackingNumber'] ?? '') !== '',
    ));
    foreach ([
        'Placed' => 1,
        'Invoiced' => count($order['invoices'] ?? []),
        'ItemsShipped' => count($order['shipments'] ?? []),
        'ShipmentCompleted' => ($order['shipments'] ?? []) !== []
            && !$order['isVirtual']
            && $shippable !== []
            && $left === [] ? 1 : 0,
        'CreditMemoIssued' => count(array_unique(
            array_map(fn (array $memo) => $memo['creditMemoId']['id'], $order['creditMemos'] ?? []),
        )),
        'Cancelled' => $order['state'] === 6 ? 1 : 0,
    ] as $name => $count) {
        $expected[$name] = ($expected[$name] ?? 0) + $count;
    }
    $tops = array_filter($order['items'], fn (array $line) => !isset($line['parentEntityId']));
    $invoiced = [];
    $shipped = [];
    foreach ($events as $event) {
        $error = xdm_errors($event);
        if ($error !== '') {
            echo "$number $event->type: $error\n";
        }
        $xdm = $event->jsonSerialize()['xdm'];
        $ids[] = $xdm['_id'];
        $name = preg_replace('/^commerce\.backoffice(Order)?/', '', $event->type);
        $byType[$name] = ($byType[$name] ?? 0) + 1;
        $items = $xdm['productListItems'] ?? [];
        $sum = array_sum(array_column($items, 'priceTotal'));
        $tracked += isset($xdm['commerce']['shipping']['trackingNumber']) ? 1 : $event->leftOut['trackingNumber'] ?? 0;
        if ($name === 'ShipmentCompleted') {
            $went = array_filter($tops, fn (array $line) => !$line['isVirtual'] && ($line['qtyShipped'] > 0
                || array_filter(
                    $shippable,
                    fn (array $part) => ($part['parentEntityId'] ?? '') === $line['entityId']
                        && $part['qtyShipped'] > 0,
                ) !== []));
            same(count($items), count($went), "$number shipped lines");
        }
        if ($name === 'Placed') {
            same($sum, $order['subtotal'], "$number subtotal");
            same(
                array_sum(array_column($items, 'quantity')),
                array_sum(array_column($tops, 'qty')),
                "$number quantity",
            );
            same($xdm['commerce']['order']['payments'][0]['paymentAmount'], $order['grandTotal'], "$number total");
            same(
                $sum + $xdm['commerce']['order']['taxAmount'] + $order['shipping']['shippingAmount'] - abs(
                    $order['discountAmount'],
                ),
                $order['grandTotal'],
                "$number sum",
            );
        }
        foreach ($items as $item) {
            if ($name === 'Invoiced') {
                $invoiced[$item['SKU']] = ($invoiced[$item['SKU']] ?? 0) + $item['quantity'];
            } elseif ($name === 'ItemsShipped') {
                $shipped[$item['SKU']] = ($shipped[$item['SKU']] ?? 0) + $item['quantity'];
            }
        }
        if ($name === 'CreditMemoIssued') {
            $memo = current(
                array_filter($order['creditMemos'], fn (array $memo) => $memo['createdAt'] === $event->timestamp),
            );
            same($xdm['commerce']['order']['refunds'][0]['refundAmount'], $memo['grandTotal'], "$number refund");
            same($sum, array_sum(array_map(fn (array $item) => in_array(
                $item['orderItemId']['id'],
                array_map(fn (array $line) => $line['itemId']['id'], $tops),
                true,
            )
                ? $item['basePrice'] * $item['qtyRefunded'] : 0, $memo['refundItems'])), "$number refunded lines");
        }
        $without += isset($xdm['commerce']['commerceScope']['websiteCode']) ? 0 : 1;
    }
    foreach ($tops as $line) {
        $same = array_filter($tops, fn (array $other) => $other['productSku'] === $line['productSku']);
        same(
            $invoiced[$line['productSku']] ?? 0,
            array_sum(array_column($same, 'qtyInvoiced')),
            "$number invoiced {$line['productSku']}",
        );
    }
    if (isset($byType['ShipmentCompleted']) && end($events)->type === 'commerce.backofficeOrderShipmentCompleted') {
        $goods = array_filter($tops, fn (array $line) => !$line['isVirtual']);
        same(
            array_sum($shipped),
            array_sum(array_column($goods, 'qtyOrdered')) - array_sum(array_column($goods, 'qtyCanceled')) - array_sum(
                array_column($goods, 'qtyRefunded'),
            ),
            "$number shipped",
        );
    }
}
foreach ($byType as $name => $count) {
    echo "$name $count", $count === $expected[$name] ? '' : " instead of {$expected[$name]}", "\n";
}
echo 'refused: ', json($refused), "\n";
echo "events without website: $without, new ones the second time: $again\n";
var_dump(count($ids) === count(array_unique($ids)), $tracking === $tracked, $tracking > 0);
?>
--EXPECT--
Placed 196
Invoiced 137
ItemsShipped 112
ShipmentCompleted 79
CreditMemoIssued 20
Cancelled 12
refused: {"customerEmail":4}
events without website: 9, new ones the second time: 0
bool(true)
bool(true)
bool(true)
