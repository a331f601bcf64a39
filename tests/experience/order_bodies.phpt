--TEST--
OrderMapper: bodies field by field, under XDM's names and under the documented ones
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/orders.inc';

use Aco\Experience\OrderMapper;

$order = order([
    'state' => 6,
    'items' => [line('1', ['qtyShipped' => 2])],
    'invoices' => [invoice('3', ['1' => 2])],
    'shipments' => [shipment('a', ['1' => 2], ['trackingInfo' => [
        'shippingCarrier' => 'ups',
        'trackingNumber' => '7946028190481523',
        'trackingUrl' => 'https://shop.example/t',
    ]])],
    'creditMemos' => [memo('x', ['1' => 1])],
    'transactions' => [
        ['entityId' => '1', 'txnId' => 'auth', 'type' => 'authorization', 'createdAt' => '2023-04-09T10:00:01+00:00'],
        ['entityId' => '2', 'txnId' => 'first', 'type' => 'capture', 'createdAt' => '2023-04-02T10:00:01+00:00'],
        ['entityId' => '3', 'txnId' => 'second', 'type' => 'capture', 'createdAt' => '2023-04-03T10:00:01+00:00'],
        ['entityId' => '4', 'txnId' => 'back', 'type' => 'refund', 'createdAt' => '2023-04-04T10:00:01+00:00'],
    ],
]);
foreach ([false, true] as $documented) {
    foreach (events($order, new OrderMapper(settings(), $documented)) as $name => $event) {
        echo "$name\n";
        foreach ($event as $member => $value) {
            foreach ($member === 'commerce' ? $value : [$member => $value] as $part => $content) {
                echo "  $part ", json($content), "\n";
            }
        }
    }
}

$commerce = fn (array $more, string $event = 'OrderPlaced', bool $documented = false) =>
    events(order($more), new OrderMapper(settings(), $documented))[$event]['commerce'];
echo "-- transactions\n";
foreach ([
    'none' => null,
    'authorization' => [['txnId' => 'v', 'type' => 'void'], ['txnId' => 'a', 'type' => 'authorization']],
    'other' => [
        ['txnId' => 'v', 'type' => 'void', 'createdAt' => '2023-04-04T10:00:01Z'],
        ['txnId' => 'o', 'type' => 'order', 'createdAt' => '2023-04-03T10:00:01Z'],
    ],
    'a number' => [['txnId' => 12345, 'type' => 'capture']],
    'no id' => [['txnId' => null, 'type' => 'capture']],
] as $name => $transactions) {
    echo "$name: ", json($commerce(['transactions' => $transactions])['order']['payments']), "\n";
}
echo "-- refunds\n";
$refund = ['txnId' => 'r', 'type' => 'refund'];
$memos = ['creditMemos' => [memo('x', ['1' => 1])]];
echo json($commerce($memos + ['transactions' => [$refund]], 'CreditMemoIssued')['order']['refunds']), "\n";
echo json(
    $commerce(
        $memos + ['transactions' => [$refund, ['txnId' => 's'] + $refund]],
        'CreditMemoIssued',
    )['order']['refunds'],
),
    "\n";
echo json(
    $commerce(
        ['creditMemos' => [memo('x', ['1' => 1]), memo('y', ['1' => 1])], 'transactions' => [$refund]],
        'CreditMemoIssued',
    )['order']['refunds'],
),
    "\n";
foreach (['paypal', 'braintree', null] as $code) {
    $payment = ['payment' => ['paymentMethodCode' => $code]];
    echo json($commerce($memos + $payment, 'CreditMemoIssued')['order']['refunds'][0]['refundPaymentType'] ?? null),
        ' ',
        json($commerce($memos + $payment, 'CreditMemoIssued', true)['refunds'][0]['refundPaymentType'] ?? null), "\n";
}
echo "-- tracking numbers\n";
foreach ([
    '7946028190481523', '9007199254740992', '9007199254740993', '0123', '1Z999', '12 34', '', null, 42,
] as $number) {
    $shipments = ['shipments' => [shipment('a', ['1' => 2], ['trackingInfo' => ['trackingNumber' => $number]])]];
    echo json($number), ': ', json($commerce($shipments, 'OrderItemsShipped')['shipping']['trackingNumber'] ?? null),
        ' ',
        json($commerce($shipments, 'OrderItemsShipped', true)['shipping']['trackingNumber'] ?? null), "\n";
}
echo "-- addresses\n";
foreach ([
    ['street' => "a\nb\nc"], ['street' => 'a', 'multiLineStreet' => []],
    ['street' => 'x', 'multiLineStreet' => ['', 'b', 'c']], ['multiLineStreet' => [null, 'b']],
    ['city' => 'C'], ['street' => 12], [],
] as $address) {
    echo json($commerce(['payment' => ['billingAddress' => $address]])['billing'] ?? null), "\n";
}
echo json($commerce(['payment' => ['billingAddress' => null]])['billing'] ?? null),
    json($commerce(['payment' => null])['billing'] ?? null), "\n";
echo "-- what is absent\n";
echo json($commerce([
    'shipping' => null, 'payment' => null, 'discountAmount' => null, 'grandTotal' => null, 'currency' => null,
])),
    "\n";
echo json($commerce(['shipping' => ['shippingMethodCode' => 'code', 'shippingAddress' => null]])['shipping']), "\n";
echo json($commerce(['commerceOrderNumber' => null])['order']['purchaseID']), "\n";
echo json(array_keys(
    events(order(), new OrderMapper(settings([], [], '')))['OrderPlaced']['commerce']['commerceScope'],
)),
    "\n";
?>
--EXPECT--
OrderPlaced
  _id "47353ef2-09a9-5ada-a276-b40da8865cef"
  eventType "commerce.backofficeOrderPlaced"
  timestamp "2023-04-01T10:00:00+00:00"
  identityMap {"email":[{"id":"shopper@example.com","primary":true}]}
  personalEmail {"address":"shopper@example.com"}
  order {"purchaseID":"100000001","currencyCode":"USD","taxAmount":8.5,"discountAmount":5,"createdDate":"2023-04-01T10:00:00+00:00","payments":[{"transactionID":"second","paymentAmount":113.5,"paymentType":"checkmo","currencyCode":"USD"}]}
  shipping {"shippingMethod":"Flat Rate - Fixed","shippingAmount":10,"currencyCode":"USD"}
  billing {"address":{"street1":"1 Main","street2":"Apt 2","city":"LA","state":"CA","postalCode":"90001","country":"US"}}
  commerceScope {"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeCode":"main_website_store","storeViewCode":"default"}
  productListItems [{"_id":"item-1","SKU":"SKU-1","name":"Thing 1","quantity":2,"priceTotal":100,"discountAmount":5,"currencyCode":"USD"}]
OrderInvoiced
  _id "aa12875e-ae58-5d0e-8b98-aff6eee8f8e8"
  eventType "commerce.backofficeOrderInvoiced"
  timestamp "2023-04-02T09:30:00+00:00"
  identityMap {"email":[{"id":"shopper@example.com","primary":true}]}
  personalEmail {"address":"shopper@example.com"}
  order {"purchaseID":"100000001","priceTotal":113.5,"currencyCode":"USD","payments":[{"paymentAmount":113.5,"paymentType":"checkmo","currencyCode":"USD"}]}
  shipping {"shippingMethod":"Flat Rate - Fixed","shippingAmount":10}
  commerceScope {"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeCode":"main_website_store","storeViewCode":"default"}
  productListItems [{"_id":"item-1","SKU":"SKU-1","name":"Thing 1","quantity":2,"priceTotal":100,"discountAmount":5}]
OrderItemsShipped
  _id "a68d6bc8-b48d-559e-b7f0-e7a5e3418e14"
  eventType "commerce.backofficeOrderItemsShipped"
  timestamp "2023-04-03T09:30:00+00:00"
  identityMap {"email":[{"id":"shopper@example.com","primary":true}]}
  personalEmail {"address":"shopper@example.com"}
  order {"purchaseID":"100000001","priceTotal":113.5,"currencyCode":"USD","lastUpdatedDate":"2023-04-05T09:30:00+00:00","payments":[{"transactionID":"second","paymentAmount":113.5,"paymentType":"checkmo","currencyCode":"USD"}]}
  shipping {"shippingMethod":"Flat Rate - Fixed","shippingAmount":10,"currencyCode":"USD","shipDate":"2023-04-03T09:30:00+00:00","trackingNumber":7946028190481523,"trackingURL":"https://shop.example/t","address":{"street1":"1 Main","street2":"Apt 2","city":"SF","state":"CA","postalCode":"90001","country":"US"}}
  billing {"address":{"street1":"1 Main","street2":"Apt 2","city":"LA","state":"CA","postalCode":"90001","country":"US"}}
  commerceScope {"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeCode":"main_website_store","storeViewCode":"default"}
  productListItems [{"SKU":"SKU-1","name":"Thing 1","quantity":2,"priceTotal":100,"discountAmount":5,"currencyCode":"USD"}]
OrderShipmentCompleted
  _id "5f8badce-0929-5e3d-8d38-6159e0a35342"
  eventType "commerce.backofficeOrderShipmentCompleted"
  timestamp "2023-04-03T09:30:00+00:00"
  identityMap {"email":[{"id":"shopper@example.com","primary":true}]}
  personalEmail {"address":"shopper@example.com"}
  order {"purchaseID":"100000001","taxAmount":8.5,"createdDate":"2023-04-01T10:00:00+00:00","payments":[{"transactionID":"second","paymentAmount":113.5,"paymentType":"checkmo","currencyCode":"USD"}]}
  shipping {"shippingMethod":"Flat Rate - Fixed","shippingAmount":10,"shipDate":"2023-04-03T09:30:00+00:00","address":{"street1":"1 Main","street2":"Apt 2","city":"SF","state":"CA","postalCode":"90001","country":"US"}}
  billing {"address":{"street1":"1 Main","street2":"Apt 2","city":"LA","state":"CA","postalCode":"90001","country":"US"}}
  commerceScope {"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeCode":"main_website_store","storeViewCode":"default"}
  productListItems [{"SKU":"SKU-1","name":"Thing 1","quantity":2,"priceTotal":100,"discountAmount":5,"currencyCode":"USD"}]
CreditMemoIssued
  _id "2b2f2240-25ce-52c0-869c-1e74e43e1de1"
  eventType "commerce.backofficeCreditMemoIssued"
  timestamp "2023-04-04T09:30:00+00:00"
  identityMap {"email":[{"id":"shopper@example.com","primary":true}]}
  personalEmail {"address":"shopper@example.com"}
  order {"purchaseID":"100000001","lastUpdatedDate":"2023-04-05T09:30:00+00:00","refunds":[{"transactionID":"back","refundAmount":56.75,"refundPaymentType":"other","currencyCode":"USD"}]}
  commerceScope {"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeCode":"main_website_store","storeViewCode":"default"}
  productListItems [{"SKU":"SKU-1","name":"Thing 1","quantity":1,"priceTotal":50,"discountAmount":2.5,"currencyCode":"USD"}]
OrderCancelled
  _id "810a00de-f97e-5538-8e68-1a80a645dc96"
  eventType "commerce.backofficeOrderCancelled"
  timestamp "2023-04-05T09:30:00+00:00"
  identityMap {"email":[{"id":"shopper@example.com","primary":true}]}
  personalEmail {"address":"shopper@example.com"}
  order {"purchaseID":"100000001","lastUpdatedDate":"2023-04-05T09:30:00+00:00","cancelDate":"2023-04-05T09:30:00+00:00"}
  commerceScope {"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeCode":"main_website_store","storeViewCode":"default"}
OrderPlaced
  _id "47353ef2-09a9-5ada-a276-b40da8865cef"
  eventType "commerce.backofficeOrderPlaced"
  timestamp "2023-04-01T10:00:00+00:00"
  identityMap {"email":[{"id":"shopper@example.com","primary":true}]}
  personalEmail {"address":"shopper@example.com"}
  order {"purchaseID":"100000001","currencyCode":"USD","taxAmount":8.5,"discountAmount":5,"createdDate":"2023-04-01T10:00:00+00:00","payments":[{"paymentTransactionID":"second","paymentAmount":113.5,"paymentType":"checkmo","currencyCode":"USD"}]}
  shipping {"shippingMethod":"Flat Rate - Fixed","shippingAmount":10,"currencyCode":"USD"}
  billing {"address":{"street1":"1 Main","street2":"Apt 2","city":"LA","state":"CA","postalCode":"90001","country":"US"}}
  commerceScope {"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeCode":"main_website_store","storeViewCode":"default"}
  productListItems [{"id":"item-1","SKU":"SKU-1","name":"Thing 1","quantity":2,"priceTotal":100,"discountAmount":5,"currencyCode":"USD"}]
OrderInvoiced
  _id "aa12875e-ae58-5d0e-8b98-aff6eee8f8e8"
  eventType "commerce.backofficeOrderInvoiced"
  timestamp "2023-04-02T09:30:00+00:00"
  identityMap {"email":[{"id":"shopper@example.com","primary":true}]}
  personalEmail {"address":"shopper@example.com"}
  order {"purchaseID":"100000001","priceTotal":113.5,"currencyCode":"USD","payments":[{"paymentAmount":113.5,"paymentType":"checkmo","currencyCode":"USD"}]}
  shipping {"shippingMethod":"Flat Rate - Fixed","shippingAmount":10}
  commerceScope {"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeCode":"main_website_store","storeViewCode":"default"}
  productListItems [{"id":"item-1","SKU":"SKU-1","name":"Thing 1","quantity":2,"priceTotal":100,"discountAmount":5}]
OrderItemsShipped
  _id "a68d6bc8-b48d-559e-b7f0-e7a5e3418e14"
  eventType "commerce.backofficeOrderItemsShipped"
  timestamp "2023-04-03T09:30:00+00:00"
  identityMap {"email":[{"id":"shopper@example.com","primary":true}]}
  personalEmail {"address":"shopper@example.com"}
  order {"purchaseID":"100000001","priceTotal":113.5,"currencyCode":"USD","lastUpdatedDate":"2023-04-05T09:30:00+00:00","payments":[{"paymentTransactionID":"second","paymentAmount":113.5,"paymentType":"checkmo","currencyCode":"USD"}]}
  shipping {"shippingMethod":"Flat Rate - Fixed","shippingAmount":10,"currencyCode":"USD","shipDate":"2023-04-03T09:30:00+00:00","trackingNumber":"7946028190481523","trackingURL":"https://shop.example/t","address":{"street1":"1 Main","street2":"Apt 2","city":"SF","state":"CA","postalCode":"90001","country":"US"}}
  billing {"address":{"street1":"1 Main","street2":"Apt 2","city":"LA","state":"CA","postalCode":"90001","country":"US"}}
  commerceScope {"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeCode":"main_website_store","storeViewCode":"default"}
  productListItems [{"SKU":"SKU-1","name":"Thing 1","quantity":2,"priceTotal":100,"discountAmount":5,"currencyCode":"USD"}]
OrderShipmentCompleted
  _id "5f8badce-0929-5e3d-8d38-6159e0a35342"
  eventType "commerce.backofficeOrderShipmentCompleted"
  timestamp "2023-04-03T09:30:00+00:00"
  identityMap {"email":[{"id":"shopper@example.com","primary":true}]}
  personalEmail {"address":"shopper@example.com"}
  order {"purchaseID":"100000001","taxAmount":8.5,"createdDate":"2023-04-01T10:00:00+00:00","payments":[{"paymentTransactionID":"second","paymentAmount":113.5,"paymentType":"checkmo","currencyCode":"USD"}]}
  shipping {"shippingMethod":"Flat Rate - Fixed","shippingAmount":10,"shipDate":"2023-04-03T09:30:00+00:00","address":{"street1":"1 Main","street2":"Apt 2","city":"SF","state":"CA","postalCode":"90001","country":"US"}}
  billing {"address":{"street1":"1 Main","street2":"Apt 2","city":"LA","state":"CA","postalCode":"90001","country":"US"}}
  commerceScope {"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeCode":"main_website_store","storeViewCode":"default"}
  productListItems [{"SKU":"SKU-1","name":"Thing 1","quantity":2,"priceTotal":100,"discountAmount":5,"currencyCode":"USD"}]
CreditMemoIssued
  _id "2b2f2240-25ce-52c0-869c-1e74e43e1de1"
  eventType "commerce.backofficeCreditMemoIssued"
  timestamp "2023-04-04T09:30:00+00:00"
  identityMap {"email":[{"id":"shopper@example.com","primary":true}]}
  personalEmail {"address":"shopper@example.com"}
  order {"purchaseID":"100000001","lastUpdatedDate":"2023-04-05T09:30:00+00:00"}
  refunds [{"transactionID":"back","refundAmount":56.75,"refundPaymentType":"checkmo","currencyCode":"USD"}]
  commerceScope {"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeCode":"main_website_store","storeViewCode":"default"}
  productListItems [{"SKU":"SKU-1","name":"Thing 1","quantity":1,"priceTotal":50,"discountAmount":2.5,"currencyCode":"USD"}]
OrderCancelled
  _id "810a00de-f97e-5538-8e68-1a80a645dc96"
  eventType "commerce.backofficeOrderCancelled"
  timestamp "2023-04-05T09:30:00+00:00"
  identityMap {"email":[{"id":"shopper@example.com","primary":true}]}
  personalEmail {"address":"shopper@example.com"}
  order {"purchaseID":"100000001","lastUpdatedDate":"2023-04-05T09:30:00+00:00","cancelDate":"2023-04-05T09:30:00+00:00"}
  commerceScope {"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeCode":"main_website_store","storeViewCode":"default"}
-- transactions
none: [{"paymentAmount":113.5,"paymentType":"checkmo","currencyCode":"USD"}]
authorization: [{"transactionID":"a","paymentAmount":113.5,"paymentType":"checkmo","currencyCode":"USD"}]
other: [{"transactionID":"v","paymentAmount":113.5,"paymentType":"checkmo","currencyCode":"USD"}]
a number: [{"transactionID":"12345","paymentAmount":113.5,"paymentType":"checkmo","currencyCode":"USD"}]
no id: [{"paymentAmount":113.5,"paymentType":"checkmo","currencyCode":"USD"}]
-- refunds
[{"transactionID":"r","refundAmount":56.75,"refundPaymentType":"other","currencyCode":"USD"}]
[{"transactionID":"memo-x","refundAmount":56.75,"refundPaymentType":"other","currencyCode":"USD"}]
[{"transactionID":"memo-x","refundAmount":56.75,"refundPaymentType":"other","currencyCode":"USD"}]
"paypal" "paypal"
"other" "braintree"
"other" "other"
-- tracking numbers
"7946028190481523": 7946028190481523 "7946028190481523"
"9007199254740992": 9007199254740992 "9007199254740992"
"9007199254740993": null "9007199254740993"
"0123": null "0123"
"1Z999": null "1Z999"
"12 34": null "12 34"
"": null null
null: null null
42: 42 "42"
-- addresses
{"address":{"street1":"a","street2":"b"}}
{"address":{"street1":"a"}}
{"address":{"street2":"b"}}
{"address":{"street2":"b"}}
{"address":{"city":"C"}}
{"address":{"street1":"12"}}
null
nullnull
-- what is absent
{"order":{"purchaseID":"100000001","createdDate":"2023-04-01T10:00:00+00:00"},"commerceScope":{"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeCode":"main_website_store","storeViewCode":"default"}}
{"shippingMethod":"code"}
"1"
["websiteCode","storeCode","storeViewCode"]
