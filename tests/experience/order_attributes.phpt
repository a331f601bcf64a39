--TEST--
OrderMapper: custom attributes go through an allow-list only
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/orders.inc';

use Aco\Experience\OrderMapper;

$pairs = [
    ['name' => 'method_title', 'value' => 'Check'], ['name' => 'cc_last_four', 'value' => '1111'],
    ['name' => 'gift', 'value' => 'ja'],
    ['name' => 'gift', 'value' => 'second'], ['name' => 'points', 'value' => 12], ['name' => 'empty', 'value' => ''],
    ['name' => 'none', 'value' => null],
    null, 'text', ['value' => 'no name'], ['name' => 5, 'value' => 'number'],
];
$order = order(
    ['additionalInformation' => $pairs, 'items' => [line('1', ['additionalInformation' => $pairs]), line('2')]],
);
$show = static function (array $orderPaths, array $itemPaths = []) use ($order): void {
    $event = events($order, new OrderMapper(settings(), false, $orderPaths, $itemPaths))['OrderPlaced'];
    $standard = ['purchaseID', 'currencyCode', 'taxAmount', 'discountAmount', 'createdDate', 'payments'];
    echo json(array_diff_key($event['commerce']['order'], array_flip($standard)));
    foreach ($event['productListItems'] as $item) {
        echo ' ',
            json(array_filter($item, fn (string $name) => $name[0] === '_' && $name !== '_id', ARRAY_FILTER_USE_KEY));
    }
    echo "\n";
};
$show([]);
$show(['gift' => '_acme.gift'], ['points' => '_acme.points']);
$show([
    'points' => '_acme.b.points', 'gift' => '_acme.a.gift', 'empty' => '_acme.b.empty', 'none' => '_acme.a.none',
    'unknown' => '_acme.unknown',
]);
$show(['gift' => '_acme.a.b.c', 'points' => '_acme.a.d', 'empty' => '_bcme.e'], [
    'gift' => '_acme.gift',
    'points' => '_acme.gift2',
]);
$show(['missing' => '_acme.missing'], ['5' => '_acme.five']);

$long = str_repeat('n', 300);
try {
    $pairs = [['name' => $long, 'value' => []]];
    (new OrderMapper(settings(), false, [$long => '_acme.long']))->map(order(['additionalInformation' => $pairs]));
} catch (Aco\Exception\MappingException $e) {
    echo strlen($e->field), ' ', strlen(rtrim($e->field, 'n')), " $e->reason\n";
}

$mapper = new OrderMapper(settings(), true, ['gift' => '_acme.gift'], ['points' => '_acme.points']);
echo json($mapper->documentedNames), json($mapper->orderAttributes), json($mapper->itemAttributes), "\n";
foreach (array_keys(
    events(
        ['state' => 6, 'invoices' => [invoice('3', ['1' => 1])], 'creditMemos' => [memo('x', ['1' => 1])]] + $order,
        $mapper,
    ),
) as $name) {
    $event = events(
        ['state' => 6, 'invoices' => [invoice('3', ['1' => 1])], 'creditMemos' => [memo('x', ['1' => 1])]] + $order,
        $mapper,
    )[$name];
    echo $name, ' ', json($event['commerce']['order']['_acme']), ' ',
        json($event['productListItems'][0]['_acme'] ?? null), "\n";
}
foreach ([
    ['a' => 'gift'], ['a' => '_acme'], ['a' => '_id.x'], ['a' => '_.x'], ['a' => '_acme..x'], ['a' => '_acme.x.'],
    ['a' => '_acme.ä'], ['a' => "_acme.x\0"],
    ['a' => '_a.b.c.d.e.f.g.h.i'], ['a' => 5], ['a' => '_acme.' . str_repeat('x', 65)],
    ['a' => '_acme.x', 'b' => '_acme.x'],
    ['a' => '_acme.x', 'c' => '_acme.x0', 'b' => '_acme.x.y'], array_fill(0, 201, '_acme.x')] as $paths) {
    try {
        new OrderMapper(settings(), false, [], $paths);
        echo "accepted\n";
    } catch (Aco\Exception\InvalidArgumentException $e) {
        echo $e->getMessage(), "\n";
    }
}
try {
    $mapper->__construct(settings());
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
[] [] []
{"_acme":{"gift":"ja"}} {"_acme":{"points":"12"}} []
{"_acme":{"a":{"gift":"ja"},"b":{"empty":"","points":"12"}}} [] []
{"_acme":{"a":{"b":{"c":"ja"},"d":"12"}},"_bcme":{"e":""}} {"_acme":{"gift":"ja","gift2":"12"}} []
[] [] []
255 22 must be a string, array given
true{"gift":"_acme.gift"}{"points":"_acme.points"}
OrderPlaced {"gift":"ja"} {"points":"12"}
OrderInvoiced {"gift":"ja"} {"points":"12"}
CreditMemoIssued {"gift":"ja"} {"points":"12"}
OrderCancelled {"gift":"ja"} null
$itemAttributes must hold paths such as "_tenant.name", 2 to 8 names of letters, digits and _
$itemAttributes must hold paths such as "_tenant.name", 2 to 8 names of letters, digits and _
$itemAttributes must hold paths such as "_tenant.name", 2 to 8 names of letters, digits and _
$itemAttributes must hold paths such as "_tenant.name", 2 to 8 names of letters, digits and _
$itemAttributes must hold paths such as "_tenant.name", 2 to 8 names of letters, digits and _
$itemAttributes must hold paths such as "_tenant.name", 2 to 8 names of letters, digits and _
$itemAttributes must hold paths such as "_tenant.name", 2 to 8 names of letters, digits and _
$itemAttributes must hold paths such as "_tenant.name", 2 to 8 names of letters, digits and _
$itemAttributes must hold paths such as "_tenant.name", 2 to 8 names of letters, digits and _
$itemAttributes must hold paths such as "_tenant.name", 2 to 8 names of letters, digits and _
$itemAttributes must hold paths such as "_tenant.name", 2 to 8 names of letters, digits and _
$itemAttributes has the path "_acme.x" twice, or another one in it
$itemAttributes has the path "_acme.x" twice, or another one in it
$itemAttributes must not hold more than 200 attributes
Cannot construct Aco\Experience\OrderMapper twice
