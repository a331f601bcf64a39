--TEST--
OrderMapper: returns, the buyer's order number, and categories and image of lines, where the feed has been given them
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/orders.inc';

use Aco\Experience\OrderMapper;

function returned(string $id, array $more = []): array
{
    return $more + [
        'returnId' => ['id' => $id], 'entityId' => '7', 'status' => 'pending',
        'createdAt' => '2023-04-06T10:00:00+00:00', 'updatedAt' => '2023-04-08T10:00:00+00:00',
        'returnItems' => [[
            'orderItemId' => ['id' => 'item-1'], 'status' => 'authorized', 'reason' => 'Wrong size',
            'condition' => 'Unopened', 'resolution' => 'Refund',
            'qtyRequested' => 2, 'qtyAuthorized' => 1, 'qtyReceived' => 0.5, 'qtyApproved' => 0,
        ]],
    ];
}

$line = line('1', [
    'categories' => [['id' => '5', 'name' => 'Tops', 'path' => 'women/tops'], null, ['name' => 'Sale']],
    'productImageUrl' => 'https://shop.example/1.jpg',
]);
$order = order([
    'purchaseOrderNumber' => 'PO-77', 'items' => [$line, line('2')], 'state' => 6,
    'invoices' => [invoice('3', ['1' => 2])],
    'shipments' => [shipment('a', ['1' => 2])],
    'creditMemos' => [memo('x', ['1' => 1])],
    'returns' => [
        returned('r-1'),
        returned('', ['status' => 'processed_closed']),
        returned('r-2', ['status' => 'closed', 'updatedAt' => null, 'returnItems' => null]),
    ],
]);
foreach ([false, true] as $documented) {
    $mapper = new OrderMapper(settings(), $documented);
    foreach ($mapper->map($order) as $event) {
        $xdm = $event->jsonSerialize()['xdm'];
        $item = $xdm['productListItems'][0] ?? [];
        echo str_replace('commerce.backoffice', '', $event->type), ' ', $event->timestamp, "\n";
        $shown = [
            'number' => $xdm['commerce']['order']['purchaseOrderNumber'] ?? null,
            'returns' => $xdm['commerce']['order']['returns'] ?? null,
        ] + array_intersect_key($item, array_flip([
            'productCategories', 'categories', 'productImageUrl', 'returnItem',
        ])) + (str_contains($event->type, 'Return') ? ['item' => array_diff_key($item, ['returnItem' => 0])] : []);
        echo '  ', json(array_filter($shown)), "\n";
    }
}

echo "-- the parts of a product that is returned\n";
$parts = order([
    'items' => [line('1', ['productType' => 'configurable', 'itemsShippedTogether' => true]), line('2', [
        'parentEntityId' => '1',
    ])],
    'returns' => [returned('r', ['returnItems' => [['orderItemId' => ['id' => 'item-2'], 'qtyRequested' => 1]]])],
]);
echo json(events($parts)['OrderItemsReturnInitiated']['productListItems']), "\n";
echo "-- wrong types\n";
foreach ([
    ['returns' => 'x'], ['returns' => [['createdAt' => 'x', 'entityId' => '1']]],
    ['returns' => [returned('r', ['returnItems' => [['orderItemId' => ['id' => 'item-1'], 'qtyRequested' => 'x']]])]],
    ['returns' => [returned('r', ['returnItems' => [
        ['orderItemId' => ['id' => 'item-1'], 'qtyRequested' => 1, 'reason' => []],
    ]])]],
    ['purchaseOrderNumber' => [], 'invoices' => [invoice('3', ['1' => 2])]],
    ['items' => [line('1', ['categories' => [5]])]], ['items' => [line('1', ['productImageUrl' => []])]],
] as $wrong) {
    echo failure(order($wrong)), "\n";
}
?>
--EXPECT--
OrderPlaced 2023-04-01T10:00:00+00:00
  {"productImageUrl":"https://shop.example/1.jpg","productCategories":[{"categoryID":"5","categoryName":"Tops","categoryPath":"women/tops"},{"categoryName":"Sale"}]}
OrderInvoiced 2023-04-02T09:30:00+00:00
  {"number":"PO-77","productCategories":[{"categoryID":"5","categoryName":"Tops","categoryPath":"women/tops"},{"categoryName":"Sale"}]}
OrderItemsShipped 2023-04-03T09:30:00+00:00
  {"number":"PO-77","productCategories":[{"categoryID":"5","categoryName":"Tops","categoryPath":"women/tops"},{"categoryName":"Sale"}]}
OrderItemsReturnInitiated 2023-04-06T10:00:00+00:00
  {"returns":{"returnID":"7","returnStatus":"processed_closed"},"returnItem":{"returnStatus":"authorized","returnReason":"Wrong size","returnItemCondition":"Unopened","returnResolution":"Refund","returnQuantityRequested":2,"returnQuantityAuthorized":1,"returnQuantityReceived":1,"returnQuantityApproved":0},"productCategories":[{"categoryID":"5","categoryName":"Tops","categoryPath":"women/tops"},{"categoryName":"Sale"}],"item":{"SKU":"SKU-1","name":"Thing 1","quantity":2,"productCategories":[{"categoryID":"5","categoryName":"Tops","categoryPath":"women/tops"},{"categoryName":"Sale"}]}}
OrderItemsReturnInitiated 2023-04-06T10:00:00+00:00
  {"returns":{"returnID":"r-1","returnStatus":"pending"},"returnItem":{"returnStatus":"authorized","returnReason":"Wrong size","returnItemCondition":"Unopened","returnResolution":"Refund","returnQuantityRequested":2,"returnQuantityAuthorized":1,"returnQuantityReceived":1,"returnQuantityApproved":0},"productCategories":[{"categoryID":"5","categoryName":"Tops","categoryPath":"women/tops"},{"categoryName":"Sale"}],"item":{"SKU":"SKU-1","name":"Thing 1","quantity":2,"productCategories":[{"categoryID":"5","categoryName":"Tops","categoryPath":"women/tops"},{"categoryName":"Sale"}]}}
OrderItemsReturnInitiated 2023-04-06T10:00:00+00:00
  {"returns":{"returnID":"r-2","returnStatus":"closed"}}
OrderItemsReturnCompleted 2023-04-08T10:00:00+00:00
  {"returns":{"returnID":"7","returnStatus":"processed_closed"},"returnItem":{"returnStatus":"authorized","returnReason":"Wrong size","returnItemCondition":"Unopened","returnResolution":"Refund","returnQuantityRequested":2,"returnQuantityAuthorized":1,"returnQuantityReceived":1,"returnQuantityApproved":0},"productCategories":[{"categoryID":"5","categoryName":"Tops","categoryPath":"women/tops"},{"categoryName":"Sale"}],"item":{"SKU":"SKU-1","name":"Thing 1","productCategories":[{"categoryID":"5","categoryName":"Tops","categoryPath":"women/tops"},{"categoryName":"Sale"}]}}
OrderItemsReturnCompleted 2023-04-06T10:00:00+00:00
  {"returns":{"returnID":"r-2","returnStatus":"closed"}}
CreditMemoIssued 2023-04-04T09:30:00+00:00
  {"number":"PO-77","productCategories":[{"categoryID":"5","categoryName":"Tops","categoryPath":"women/tops"},{"categoryName":"Sale"}]}
OrderCancelled 2023-04-05T09:30:00+00:00
  {"number":"PO-77"}
OrderPlaced 2023-04-01T10:00:00+00:00
  {"productImageUrl":"https://shop.example/1.jpg","categories":[{"id":"5","name":"Tops","path":"women/tops"},{"name":"Sale"}]}
OrderInvoiced 2023-04-02T09:30:00+00:00
  {"number":"PO-77","categories":[{"id":"5","name":"Tops","path":"women/tops"},{"name":"Sale"}]}
OrderItemsShipped 2023-04-03T09:30:00+00:00
  {"number":"PO-77","categories":[{"id":"5","name":"Tops","path":"women/tops"},{"name":"Sale"}]}
OrderItemsReturnInitiated 2023-04-06T10:00:00+00:00
  {"returns":{"returnID":"7","returnStatus":"processed_closed"},"returnItem":{"returnStatus":"authorized","returnReason":"Wrong size","returnItemCondition":"Unopened","returnResolution":"Refund","returnQuantityRequested":2,"returnQuantityAuthorized":1,"returnQuantityReceived":1,"returnQuantityApproved":0},"categories":[{"id":"5","name":"Tops","path":"women/tops"},{"name":"Sale"}],"item":{"SKU":"SKU-1","name":"Thing 1","quantity":2,"categories":[{"id":"5","name":"Tops","path":"women/tops"},{"name":"Sale"}]}}
OrderItemsReturnInitiated 2023-04-06T10:00:00+00:00
  {"returns":{"returnID":"r-1","returnStatus":"pending"},"returnItem":{"returnStatus":"authorized","returnReason":"Wrong size","returnItemCondition":"Unopened","returnResolution":"Refund","returnQuantityRequested":2,"returnQuantityAuthorized":1,"returnQuantityReceived":1,"returnQuantityApproved":0},"categories":[{"id":"5","name":"Tops","path":"women/tops"},{"name":"Sale"}],"item":{"SKU":"SKU-1","name":"Thing 1","quantity":2,"categories":[{"id":"5","name":"Tops","path":"women/tops"},{"name":"Sale"}]}}
OrderItemsReturnInitiated 2023-04-06T10:00:00+00:00
  {"returns":{"returnID":"r-2","returnStatus":"closed"}}
OrderItemsReturnCompleted 2023-04-08T10:00:00+00:00
  {"returns":{"returnID":"7","returnStatus":"processed_closed"},"returnItem":{"returnStatus":"authorized","returnReason":"Wrong size","returnItemCondition":"Unopened","returnResolution":"Refund","returnQuantityRequested":2,"returnQuantityAuthorized":1,"returnQuantityReceived":1,"returnQuantityApproved":0},"categories":[{"id":"5","name":"Tops","path":"women/tops"},{"name":"Sale"}],"item":{"SKU":"SKU-1","name":"Thing 1","categories":[{"id":"5","name":"Tops","path":"women/tops"},{"name":"Sale"}]}}
OrderItemsReturnCompleted 2023-04-06T10:00:00+00:00
  {"returns":{"returnID":"r-2","returnStatus":"closed"}}
CreditMemoIssued 2023-04-04T09:30:00+00:00
  {"number":"PO-77","categories":[{"id":"5","name":"Tops","path":"women/tops"},{"name":"Sale"}]}
OrderCancelled 2023-04-05T09:30:00+00:00
  {"number":"PO-77"}
-- the parts of a product that is returned
[{"SKU":"SKU-1","name":"Thing 1","quantity":1,"returnItem":{"returnQuantityRequested":1}}]
-- wrong types
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): returns must be an array, string given
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): returns.0.createdAt must be a date, a time and an offset as RFC 3339 has them
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): returns.0.returnItems.0.qtyRequested must be a number, string given
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): returns.0.returnItems.0.reason must be a string, array given
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): purchaseOrderNumber must be a string, array given
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): items.0.categories.0 must be an array, int given
orders item (commerceOrderId "1", commerceOrderNumber "100000001"): items.0.productImageUrl must be a string, array given
