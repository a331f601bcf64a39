--TEST--
OrderMapper: bad input is refused with the name of the field
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/orders.inc';

use Aco\Exception\MappingException;
use Aco\Experience\OrderMapper;

$rich = order(['state' => 6, 'items' => [
    line('1', ['qtyShipped' => 2]),
    line('2', ['parentEntityId' => '1']),
], 'invoices' => [invoice('3', ['1' => 2])], 'shipments' => [shipment('a', ['2' => 2],
    ['trackingInfo' => ['trackingNumber' => '1', 'trackingUrl' => 'u']])], 'creditMemos' => [memo('x', ['1' => 1])],
    'transactions' => [['txnId' => 't', 'type' => 'capture', 'createdAt' => '2023-04-01T10:00:00Z']]]);
function replaced(array $order, string $path, mixed $value): array
{
    $target = &$order;
    foreach (explode('.', $path) as $name) {
        $target = &$target[$name];
    }
    $target = $value;

    return $order;
}
foreach ([
    ['orderId', 'x'], ['createdAt', null], ['createdAt', 'yesterday'], ['createdAt', '2023-04-01 10:00:00'],
    ['updatedAt', '2023-02-30T00:00:00Z'], ['updatedAt', null],
    ['state', 'six'], ['isVirtual', 'no'], ['items', 'x'], ['items.0', 5], ['items.0.sku', []],
    ['items.0.qtyOrdered', 'many'], ['items.0.qty', NAN], ['items.0.qty', 1e300],
    ['items.0.itemPrice', INF], ['items.1.parentEntityId', true], ['invoices.0', true], ['invoices.0.entityId', null],
    ['invoices.0.createdAt', '5'],
    ['invoices.0.invoiceItems.0.qtyInvoiced', 'x'], ['shipments', 7],
    ['shipments.0.trackingInfo', [['trackingNumber' => []]]], ['shipments.0.trackingInfo', 'x'],
    ['shipments.0.createdAt', null],
    ['creditMemos.0.refundItems.0.basePrice', 'x'], ['creditMemos.0.currency', 'US$'],
    ['transactions.0.createdAt', 'x'], ['transactions.0', 1], ['transactions', 'x'],
    ['payment', 'x'], ['payment.currency', 'EURO'],
    ['payment.billingAddress', 3], ['payment.billingAddress.multiLineStreet', 'x'],
    ['payment.billingAddress.city', new stdClass()], ['shipping.shippingAmount', 'x'], ['currency', 'EU'],
    ['customerEmail', []], ['websiteCode', []], ['deleted', 'maybe'], ['grandTotal', NAN],
] as [$path, $value]) {
    echo "$path: ", failure(replaced($rich, $path, $value)), "\n";
}
echo "-- the same in the only event that is not sent yet\n";
$sent = [];
foreach ((new OrderMapper(settings()))->map($rich) as $event) {
    $sent[$event->type] = $event->id;
}
foreach ([['CreditMemoIssued', 'transactions.0', 1], ['OrderInvoiced', 'payment', 'x']] as [$type, $path, $value]) {
    $others = array_values(array_diff_key($sent, ["commerce.backoffice$type" => 1]));
    try {
        (new OrderMapper(settings()))->map(replaced($rich, $path, $value), $others);
        echo "$type: mapped\n";
    } catch (MappingException $e) {
        echo "$type: $e->field $e->reason\n";
    }
}

$huge = fn (array $line, array $refund) => failure(order(['items' => [line('1', $line)], 'creditMemos' => [
    memo('x', [], ['refundItems' => [$refund + ['orderItemId' => ['id' => 'item-1']]]]),
]]));
echo $huge([], ['qtyRefunded' => 10, 'basePrice' => 1e308]), "\n",
    $huge([], ['qtyRefunded' => 1e300, 'basePrice' => 1]), "\n";
echo $huge(['qtyOrdered' => 0.001, 'discountAmount' => 1e307], ['qtyRefunded' => 1, 'basePrice' => 1]), "\n";
$noSku = line('1');
unset($noSku['sku'], $noSku['productSku']);
echo failure(order(['items' => [$noSku]])), "\n";
echo failure(order(['items' => [line('1', ['parentEntityId' => '2']), line('2', ['parentEntityId' => '1'])]])), "\n";
echo failure([]), "\n";
try {
    (new OrderMapper(settings()))->map(order(['commerceOrderId' => 5, 'createdAt' => null]));
} catch (MappingException $e) {
    echo get_class($e), " $e->field | $e->reason | ", json($e->isRetryable()), "\n";
}

echo "-- any value anywhere: an exception that names a field, or events that are valid JSON\n";
$values = [
    null, true, -1, 2.5, NAN, PHP_INT_MAX, PHP_INT_MIN, '', 'text', "\xff", "a\0b", '2023-04-01T10:00:00Z', [], ['x'],
    ['id' => []], ['id' => 5], [[]], [null], [['id' => 'x']], new stdClass(),
];
$paths = [];
$walk = function (array $part, string $prefix) use (&$walk, &$paths): void {
    foreach ($part as $name => $value) {
        $paths[] = "$prefix$name";
        if (is_array($value)) {
            $walk($value, "$prefix$name.");
        }
    }
};
$walk($rich, '');
$mapper = new OrderMapper(settings(), false, ['method_title' => '_acme.title'], ['gift' => '_acme.gift']);
$mapped = $refused = 0;
foreach ($paths as $path) {
    foreach ($values as $value) {
        try {
            foreach ($mapper->map(replaced($rich, $path, $value)) as $event) {
                if (json_decode((string) $event) === null) {
                    echo "$path: $event\n";
                }
            }
            $mapped++;
        } catch (MappingException $e) {
            if ($e->field === '' || $e->reason === '') {
                echo "$path: {$e->getMessage()}\n";
            }
            $refused++;
        }
    }
}
var_dump($mapped > 1000, $refused > 500);
?>
--EXPECT--
orderId: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): orderId must be an array, string given
createdAt: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): createdAt is missing
createdAt: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): createdAt must be a date, a time and an offset as RFC 3339 has them
createdAt: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): createdAt must be a date, a time and an offset as RFC 3339 has them
updatedAt: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): updatedAt must be a date, a time and an offset as RFC 3339 has them
updatedAt: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): updatedAt is missing
state: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): state must be an integer, string given
isVirtual: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): isVirtual must be a boolean, 0 or 1, another string given
items: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): items must be an array, string given
items.0: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): items.0 must be an array, int given
items.0.sku: mapped: OrderPlaced OrderInvoiced OrderItemsShipped CreditMemoIssued OrderCancelled
items.0.qtyOrdered: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): items.0.qtyOrdered must be a number, string given
items.0.qty: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): items.0.qty must be a finite number, INF or NAN given
items.0.qty: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): items.0 has a quantity beyond 64 bits
items.0.itemPrice: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): items.0.itemPrice must be a finite number, INF or NAN given
items.1.parentEntityId: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): items.1.parentEntityId must be a string, bool given
invoices.0: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): invoices.0 must be an array, bool given
invoices.0.entityId: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): invoices.0.entityId is missing
invoices.0.createdAt: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): invoices.0.createdAt must be a date, a time and an offset as RFC 3339 has them
invoices.0.invoiceItems.0.qtyInvoiced: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): invoices.0.invoiceItems.0.qtyInvoiced must be a number, string given
shipments: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): shipments must be an array, int given
shipments.0.trackingInfo: mapped: OrderPlaced OrderInvoiced OrderItemsShipped CreditMemoIssued OrderCancelled
shipments.0.trackingInfo: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): shipments.0.trackingInfo must be an array, string given
shipments.0.createdAt: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): shipments.0.createdAt is missing
creditMemos.0.refundItems.0.basePrice: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): creditMemos.0.refundItems.0.basePrice must be a number, string given
creditMemos.0.currency: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): creditMemos.0.currency must be three letters (ISO 4217)
transactions.0.createdAt: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): transactions.0.createdAt must be a date, a time and an offset as RFC 3339 has them
transactions.0: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): transactions.0 must be an array, int given
transactions: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): transactions must be an array, string given
payment: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): payment must be an array, string given
payment.currency: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): payment.currency must be three letters (ISO 4217)
payment.billingAddress: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): payment.billingAddress must be an array, int given
payment.billingAddress.multiLineStreet: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): payment.billingAddress.multiLineStreet must be an array, string given
payment.billingAddress.city: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): payment.billingAddress.city must be a string, stdClass given
shipping.shippingAmount: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): shipping.shippingAmount must be a number, string given
currency: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): currency must be three letters (ISO 4217)
customerEmail: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): customerEmail must be a string, array given
websiteCode: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): websiteCode must be a string, array given
deleted: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): deleted must be a boolean, 0 or 1, another string given
grandTotal: orders item (commerceOrderId "1", commerceOrderNumber "100000001"): grandTotal must be a finite number, INF or NAN given
-- the same in the only event that is not sent yet
CreditMemoIssued: transactions.0 must be an array, int given
OrderInvoiced: payment must be an array, string given
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): items.0 has amounts beyond the largest number
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): items.0 has a quantity beyond 64 bits
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): items.0 has amounts beyond the largest number
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): items.0.sku is missing
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): items.0.parentEntityId leads from line to line without an end
orders item: commerceOrderId is missing
Aco\Exception\MappingException createdAt | is missing | false
-- any value anywhere: an exception that names a field, or events that are valid JSON
bool(true)
bool(true)
