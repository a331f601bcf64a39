--TEST--
OrderMapper: currencies, e-mail addresses, tracking numbers and dates that shops and time do things to
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/orders.inc';

use Aco\Experience\OrderMapper;

echo "-- currencies\n";
foreach (['USD', 'usd', ' Usd ', '', '  ', null, 'US', 'EURO', 'U$D', "usd\0", 978] as $code) {
    echo json($code), ': ';
    $order = order(['currency' => $code, 'payment' => ['paymentMethodCode' => 'checkmo'], 'creditMemos' => [
        memo('x', ['1' => 1], ['currency' => $code]),
    ]]);
    try {
        $events = events($order);
    } catch (Aco\Exception\MappingException $e) {
        echo "$e->field $e->reason\n";
        continue;
    }
    $placed = $events['OrderPlaced'];
    echo json([
        $placed['commerce']['order']['currencyCode'] ?? null,
        $placed['commerce']['order']['payments'][0]['currencyCode'] ?? null,
        $placed['commerce']['shipping']['currencyCode'] ?? null, $placed['productListItems'][0]['currencyCode'] ?? null,
        $events['CreditMemoIssued']['commerce']['order']['refunds'][0]['currencyCode'] ?? null]), "\n";
}
$payment = fn (mixed $code) => json(
    events(order(
        ['currency' => 'eur', 'payment' => ['currency' => $code]],
    ))['OrderPlaced']['commerce']['order']['payments'][0]['currencyCode']
        ?? null,
);
echo 'of the payment, else of the order: ', $payment('gbp'), ' ', $payment(''), ' ', $payment(null), "\n";
echo 'of the memo, else of the order: ',
    json(
        events(order(['creditMemos' => [
            memo('x', ['1' => 1], ['currency' => '']),
        ]]))['CreditMemoIssued']['commerce']['order']['refunds'][0]['currencyCode'],
    ),
    "\n";

echo "-- addresses\n";
$normalized = new OrderMapper(settings(), normalizedIdentity: true);
var_dump($normalized->normalizedIdentity, (new OrderMapper(settings()))->normalizedIdentity);
foreach ([
    'Ann@Shop.Example', " Ann@shop.example\n", "\0ann@shop.example\x0b", 'ÄNN@shop.example', "a\"\\/\xff@B", 'n/a',
    'none', '-', '@', 'ann@', '@shop', 'a b@shop', "a\n@shop", 'a@b@c', "a@b\x7f", 5, '0',
] as $email) {
    echo json_encode($email, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE), ': ';
    try {
        $raw = events(order(['customerEmail' => $email]))['OrderPlaced'];
        $event = events(order(['customerEmail' => $email]), $normalized)['OrderPlaced'];
        echo json([
            $raw['identityMap']['email'][0]['id'],
            $event['identityMap']['email'][0]['id'],
            $event['personalEmail']['address'],
        ]),
            "\n";
    } catch (Aco\Exception\MappingException $e) {
        echo "$e->field $e->reason\n";
    }
}

echo "-- tracking numbers\n";
foreach (['1Z999', '7946028190481523', '0123', '', null] as $number) {
    $order = order(['shipments' => [shipment('a', ['1' => 2], [
        'trackingInfo' => ['trackingNumber' => $number, 'trackingUrl' => 'u'],
    ])]]);
    echo json($number), ':';
    foreach ([[], [true], [false, [], [], '_acme.tracking.number']] as $options) {
        $event = (new OrderMapper(settings(), ...$options))->map($order)[1];
        $shipping = $event->jsonSerialize()['xdm']['commerce']['shipping'];
        echo ' ', json(array_intersect_key($shipping, ['trackingNumber' => 1, '_acme' => 1])), ' ',
            json($event->leftOut);
    }
    echo "\n";
}
foreach (['x', '_acme', '_acme..x', '_acme.ä'] as $path) {
    try {
        new OrderMapper(settings(), trackingPath: $path);
    } catch (Aco\Exception\InvalidArgumentException $e) {
        echo $e->getMessage(), "\n";
    }
}
echo (new OrderMapper(settings(), trackingPath: '_acme.t'))->trackingPath, ' ',
    json((new OrderMapper(settings()))->trackingPath), "\n";

echo "-- what is made again keeps its dates\n";
$mapper = new OrderMapper(settings());
$shipped = ['qtyShipped' => 2];
$first = order([
    'state' => 6, 'items' => [line('1', $shipped)], 'shipments' => [shipment('a', ['1' => 2])],
    'creditMemos' => [memo('x', ['1' => 1])],
]);
$sent = [];
foreach ($mapper->map($first) as $event) {
    $sent[$event->id] = [$event->timestamp, $first['updatedAt']];
}
$later = ['updatedAt' => '2023-06-01T00:00:00+00:00'] + $first;
$same = fn (array $order, array $dates) => json(
    array_map(fn ($a, $b) => (string) $a === (string) $b, $mapper->map($first), $mapper->map($order, [], $dates)),
);
echo $same($later, $sent), ' ', $same($later, []), "\n";
$another = [
    'shipments' => [...$first['shipments'], shipment('b', ['1' => 1], ['createdAt' => '2023-05-01T00:00:00Z'])],
] + $later;
$completed = fn (array $dates) => json(array_values(array_map(
    fn ($event) => [$event->timestamp, $event->jsonSerialize()['xdm']['commerce']['shipping']['shipDate']],
    array_filter($mapper->map($another, [], $dates), fn ($event) => str_ends_with($event->type, 'Completed')))));
echo $completed($sent), ' ', $completed([]), "\n";
$id = $mapper->map($first)[4]->id;
foreach ([
    null, 'x', [], [null, null], ['x', 'y'], [5, []], ['2023-05-05T05:05:05Z'], [1 => '2023-05-05T05:05:05Z'],
    ["2023-05-05T05:05:05Z\0"],
] as $dates) {
    $event = $mapper->map($first, [], [$id => $dates])[4];
    $body = $event->jsonSerialize()['xdm'];
    echo json($dates), ' ', $event->timestamp, ' ', $body['timestamp'], ' ', $body['commerce']['order']['cancelDate'],
        "\n";
}
?>
--EXPECT--
-- currencies
"USD": ["USD","USD","USD","USD","USD"]
"usd": ["USD","USD","USD","USD","USD"]
" Usd ": ["USD","USD","USD","USD","USD"]
"": [null,null,null,null,null]
"  ": [null,null,null,null,null]
null: [null,null,null,null,null]
"US": currency must be three letters (ISO 4217)
"EURO": currency must be three letters (ISO 4217)
"U$D": currency must be three letters (ISO 4217)
"usd\u0000": currency must be three letters (ISO 4217)
978: currency must be three letters (ISO 4217)
of the payment, else of the order: "GBP" "EUR" "EUR"
of the memo, else of the order: "USD"
-- addresses
bool(true)
bool(false)
"Ann@Shop.Example": ["Ann@Shop.Example","ann@shop.example","Ann@Shop.Example"]
" Ann@shop.example\n": [" Ann@shop.example\n","ann@shop.example"," Ann@shop.example\n"]
"\u0000ann@shop.example\u000b": ["\u0000ann@shop.example\u000b","ann@shop.example","\u0000ann@shop.example\u000b"]
"ÄNN@shop.example": ["ÄNN@shop.example","Änn@shop.example","ÄNN@shop.example"]
"a\"\\/�@B": ["a\"\\/�@B","a\"\\/�@b","a\"\\/�@B"]
"n/a": customerEmail must be an e-mail address: an event needs the identity of the shopper
"none": customerEmail must be an e-mail address: an event needs the identity of the shopper
"-": customerEmail must be an e-mail address: an event needs the identity of the shopper
"@": customerEmail must be an e-mail address: an event needs the identity of the shopper
"ann@": customerEmail must be an e-mail address: an event needs the identity of the shopper
"@shop": customerEmail must be an e-mail address: an event needs the identity of the shopper
"a b@shop": customerEmail must be an e-mail address: an event needs the identity of the shopper
"a\n@shop": customerEmail must be an e-mail address: an event needs the identity of the shopper
"a@b@c": customerEmail must be an e-mail address: an event needs the identity of the shopper
"a@b": customerEmail must be an e-mail address: an event needs the identity of the shopper
5: customerEmail must be an e-mail address: an event needs the identity of the shopper
"0": customerEmail must be an e-mail address: an event needs the identity of the shopper
-- tracking numbers
"1Z999": [] {"trackingNumber":1} {"trackingNumber":"1Z999"} [] {"_acme":{"tracking":{"number":"1Z999"}}} []
"7946028190481523": {"trackingNumber":7946028190481523} [] {"trackingNumber":"7946028190481523"} [] {"trackingNumber":7946028190481523,"_acme":{"tracking":{"number":"7946028190481523"}}} []
"0123": [] {"trackingNumber":1} {"trackingNumber":"0123"} [] {"_acme":{"tracking":{"number":"0123"}}} []
"": [] [] [] [] [] []
null: [] [] [] [] [] []
$trackingPath must be a path such as "_tenant.name", 2 to 8 names of letters, digits and _
$trackingPath must be a path such as "_tenant.name", 2 to 8 names of letters, digits and _
$trackingPath must be a path such as "_tenant.name", 2 to 8 names of letters, digits and _
$trackingPath must be a path such as "_tenant.name", 2 to 8 names of letters, digits and _
_acme.t ""
-- what is made again keeps its dates
[true,true,true,true,true] [true,false,true,false,false]
[["2023-04-03T09:30:00+00:00","2023-04-03T09:30:00+00:00"]] [["2023-05-01T00:00:00Z","2023-05-01T00:00:00Z"]]
null 2023-04-05T09:30:00+00:00 2023-04-05T09:30:00+00:00 2023-04-05T09:30:00+00:00
"x" 2023-04-05T09:30:00+00:00 2023-04-05T09:30:00+00:00 2023-04-05T09:30:00+00:00
[] 2023-04-05T09:30:00+00:00 2023-04-05T09:30:00+00:00 2023-04-05T09:30:00+00:00
[null,null] 2023-04-05T09:30:00+00:00 2023-04-05T09:30:00+00:00 2023-04-05T09:30:00+00:00
["x","y"] 2023-04-05T09:30:00+00:00 2023-04-05T09:30:00+00:00 2023-04-05T09:30:00+00:00
[5,[]] 2023-04-05T09:30:00+00:00 2023-04-05T09:30:00+00:00 2023-04-05T09:30:00+00:00
["2023-05-05T05:05:05Z"] 2023-05-05T05:05:05Z 2023-05-05T05:05:05Z 2023-04-05T09:30:00+00:00
{"1":"2023-05-05T05:05:05Z"} 2023-04-05T09:30:00+00:00 2023-04-05T09:30:00+00:00 2023-05-05T05:05:05Z
["2023-05-05T05:05:05Z\u0000"] 2023-04-05T09:30:00+00:00 2023-04-05T09:30:00+00:00 2023-04-05T09:30:00+00:00
