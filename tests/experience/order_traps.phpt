--TEST--
OrderMapper: what the orders feed does unlike one expects
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/orders.inc';

use Aco\Experience\OrderMapper;

echo "-- a credit memo comes once for each of its comments\n";
$memo = memo('x', ['1' => 1], ['creditMemoComments' => ['one', 'two']]);
echo names(order(['creditMemos' => [$memo, $memo, memo('y', ['1' => 1])]])), "\n";
echo "-- trackingInfo is one object, not a list, or null\n";
$shipping = fn (mixed $tracking) => json(
    events(order(['shipments' => [
        shipment('a', ['1' => 2], ['trackingInfo' => $tracking]),
    ]]))['OrderItemsShipped']['commerce']['shipping'],
);
echo $shipping(null), "\n", $shipping(['trackingNumber' => '123', 'trackingUrl' => 'u']), "\n";
echo "-- the discount of an order is negative, that of a line is not\n";
foreach ([-5, -5.25, 0, -0.0, 5, '-1.5000'] as $discount) {
    $event = events(order(['discountAmount' => $discount, 'items' => [
        line('1', ['discountAmount' => $discount]),
    ]]))['OrderPlaced'];
    echo json($event['commerce']['order']['discountAmount']), ' ',
        json($event['productListItems'][0]['discountAmount']), "\n";
}
echo "-- a deleted store view leaves no website\n";
$order = order();
unset($order['websiteCode'], $order['storeCode'], $order['storeViewCode']);
echo names($order), ' ', json(events($order)['OrderPlaced']['commerce']['commerceScope']), "\n";
echo names($order, new OrderMapper(settings(['backOfficeEvents' => false], ['base' => ['backOfficeEvents' => true]]))),
    "(off by default)\n";
echo "-- no e-mail, no identity\n";
foreach ([null, '', "  \t", 'absent'] as $email) {
    $order = order(['customerEmail' => $email]);
    if ($email === 'absent') {
        unset($order['customerEmail']);
    }
    echo failure($order), "\n";
}
echo "-- the state decides, not the status\n";
echo names(order(['state' => 3, 'status' => 'canceled'])), ' | ', names(order(['state' => 6, 'status' => 'my_own'])),
    ' | ', names(order(['state' => '6'])), ' | ', names(order(['state' => 6.0])), "\n";
echo "-- integers for floats, and the other way round\n";
$event = events(order(['grandTotal' => 100, 'items' => [
    line('1', ['qty' => 2.0, 'itemPrice' => 100.0]),
    line('2', ['qty' => '3', 'itemPrice' => '99.9900']),
]]))['OrderPlaced'];
echo json($event['commerce']['order']['payments'][0]['paymentAmount']), ' ', json($event['productListItems']), "\n";
echo "-- null, absent and empty lists are the same\n";
$bare = order();
unset($bare['invoices'], $bare['shipments'], $bare['creditMemos'], $bare['transactions']);
unset($bare['additionalInformation']);
$lists = array_fill_keys(['invoices', 'shipments', 'creditMemos', 'transactions', 'additionalInformation'], []);
var_dump(events($bare) === events(order($lists)), events($bare) === events(order()));
echo "-- a memo has no UUID in some shops, a shipment neither\n";
$order = order(['creditMemos' => [memo('x', ['1' => 1], ['creditMemoId' => null])], 'shipments' => [
    shipment('a', ['1' => 2], ['shipmentId' => ['id' => null]]),
]]);
echo names($order), ' ', events($order)['CreditMemoIssued']['commerce']['order']['refunds'][0]['transactionID'], "\n";
echo "-- times in the future become now\n";
$future = gmdate('Y-m-d\TH:i:s\Z', time() + 3600);
$event = (new OrderMapper(settings()))->map(order(['createdAt' => $future]))[0];
var_dump(
    abs(strtotime($event->timestamp) - time()) < 60,
    $event->jsonSerialize()['xdm']['timestamp'] === $event->timestamp,
);
echo "-- invalid UTF-8 is replaced\n";
echo json(events(order(['items' => [line('1', ['name' => "A\xffB"])]]))['OrderPlaced']['productListItems'][0]['name']),
    "\n";
?>
--EXPECT--
-- a credit memo comes once for each of its comments
OrderPlaced CreditMemoIssued CreditMemoIssued2
-- trackingInfo is one object, not a list, or null
{"shippingMethod":"Flat Rate - Fixed","shippingAmount":10,"currencyCode":"USD","shipDate":"2023-04-03T09:30:00+00:00","address":{"street1":"1 Main","street2":"Apt 2","city":"SF","state":"CA","postalCode":"90001","country":"US"}}
{"shippingMethod":"Flat Rate - Fixed","shippingAmount":10,"currencyCode":"USD","shipDate":"2023-04-03T09:30:00+00:00","trackingNumber":123,"trackingURL":"u","address":{"street1":"1 Main","street2":"Apt 2","city":"SF","state":"CA","postalCode":"90001","country":"US"}}
-- the discount of an order is negative, that of a line is not
5 5
5.25 5.25
0 0
0 0
5 5
1.5 1.5
-- a deleted store view leaves no website
OrderPlaced {"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1"}
(off by default)
-- no e-mail, no identity
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): customerEmail is missing: an event needs the identity of the shopper
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): customerEmail is missing: an event needs the identity of the shopper
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): customerEmail is missing: an event needs the identity of the shopper
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): customerEmail is missing: an event needs the identity of the shopper
-- the state decides, not the status
OrderPlaced | OrderPlaced OrderCancelled | OrderPlaced OrderCancelled | OrderPlaced OrderCancelled
-- integers for floats, and the other way round
100 [{"_id":"item-1","SKU":"SKU-1","name":"Thing 1","quantity":2,"priceTotal":100,"discountAmount":5,"currencyCode":"USD"},{"_id":"item-2","SKU":"SKU-2","name":"Thing 2","quantity":3,"priceTotal":99.99,"discountAmount":5,"currencyCode":"USD"}]
-- null, absent and empty lists are the same
bool(true)
bool(true)
-- a memo has no UUID in some shops, a shipment neither
OrderPlaced OrderItemsShipped CreditMemoIssued x
-- times in the future become now
bool(true)
bool(true)
-- invalid UTF-8 is replaced
"A�B"
