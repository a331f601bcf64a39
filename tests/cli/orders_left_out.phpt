--TEST--
orders:resync keeps the dates of what is sent again, and reports say what is left out of events
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/orders.inc';

$cli = (new Cli())->startSandbox(['--org', ORGANIZATION]);
$config = fn (string ...$options) => $cli->run(['experience:config', ...$options]);
configure($cli);

echo "-- orders that have changed since: what is sent again keeps its dates\n";
$cancelled = ['createdAt' => '2022-06-01T12:00:00+00:00', 'state' => 6] + life(35)[4];
$again = fn (array $more, string ...$options) => $cli->run(
    ['orders:resync', '-', '--json', '--from=2022-01-01', '--to=2022-12-31', ...$options],
    [],
    lines([$more + $cancelled]),
);
echo counters($cli->run(['orders:sync', '-', '--json'], [], lines([$cancelled]))), "\n";
echo counters($again(['updatedAt' => '2023-09-09T09:09:09+00:00'])), ' ',
    counters($again(['updatedAt' => '2023-10-10T10:10:10+00:00'])), "\n";
$own = array_filter(held_events($cli), fn (array $event) => in_array(
    $event['id'],
    array_map(fn ($event) => $event->id, (new Aco\Experience\OrderMapper(settings()))->map($cancelled)),
    true,
));
echo count($own), ' events, delivered ', array_sum(array_column($own, 'deliveries')), ' times, differing ',
    array_sum(array_column($own, 'differing')), "\n";
echo json_encode($cli->pdo()->query("SELECT happened_at, order_updated_at FROM aco_order_events WHERE type LIKE '%Cancelled'")->fetchAll(PDO::FETCH_NUM)), "\n";

echo "-- what the report says of what is left out\n";
$tracked = fn (int $number, string $tracking) => ['shipments' => [shipment("$number", ['1' => 2], [
    'trackingInfo' => ['trackingNumber' => $tracking],
])]] + life($number)[0];
$large = ['items' => array_map(fn (int $n) => line((string) $n), range(1, 900))] + life(38)[0];
$result = $cli->run(['orders:sync', '-'], [], lines(
    [$tracked(36, '1Z999AA10123456784'), $tracked(37, '12345678'), $large],
));
echo $result->out;
$config('--tracking-path=_acme.trackingNumber');
echo counters($cli->run(['orders:sync', '-', '--json'], [], lines([$tracked(39, '1Z999AA10123456784')]))), "\n";
$json = $config('--json', '--tracking-path=', '--documented-names=on', '--normalize-email=on')->json();
echo json_encode([$json['tracking_path'], $json['normalize_email'], $json['warnings']]), "\n";
$config('--documented-names=off');

echo "-- identities\n";
$send = fn (array ...$orders) => counters($cli->run(['orders:sync', '-', '--json'], [], lines($orders)));
echo 'normalized ', $send(['customerEmail' => ' Ann@Shop.Example '] + life(41)[0]), "\n";
$state = json_decode(file_get_contents("{$cli->sandbox['url']}/api/events?limit=1000"), true);
foreach ($state['events'] as $event) {
    $xdm = $event['body']['xdm'] ?? $event['event']['xdm'] ?? $event['xdm'] ?? [];
    if (str_contains($xdm['personalEmail']['address'] ?? '', 'Ann')) {
        echo json_encode([trim($xdm['personalEmail']['address']), $xdm['identityMap']['email'][0]['id']]), "\n";
    }
}
echo 'an address that is none ', $send(['customerEmail' => 'n/a'] + life(42)[0]), "\n";
file_put_contents(
    "$cli->dir/list",
    hash('sha256', 'ben@shop.example') . "\n" . hash('sha256', 'Cleo@Shop.Example') . "\n",
);
$config("--suppression-list=$cli->dir/list");
echo 'suppressed, whatever its case ', $send(
    ['customerEmail' => 'BEN@Shop.example'] + life(43)[0], ['customerEmail' => 'Cleo@Shop.Example'] + life(44)[0],
    ['customerEmail' => 'Dan@Shop.Example'] + life(45)[0]), "\n";

echo "-- tables of an earlier version\n";
foreach (['without the dates'] as $n => $which) {
    $pdo = $cli->pdo();
    $n > 0 || $pdo->exec('ALTER TABLE aco_order_events DROP COLUMN order_updated_at');
    $pdo->exec('ALTER TABLE aco_orders DROP COLUMN order_number');
    $pdo->exec('DELETE FROM schema_version WHERE version >= 5');
    echo "$which ",
        counters($cli->run(
            ['orders:resync', '-', '--json', '--from=2023-01-01', '--to=2023-12-31'],
            [],
            lines([life(910 + $n)[0]]),
        )),
        "\n";
}
?>
--EXPECT--
-- orders that have changed since: what is sent again keeps its dates
[0] {"read":1,"events":7,"delivered":7}
[0] {"read":1,"events":7,"delivered":7} [0] {"read":1,"events":7,"delivered":7}
7 events, delivered 21 times, differing 0
[["2023-04-05T09:30:00+00:00","2023-04-05T09:30:00+00:00"]]
-- what the report says of what is left out
           3  orders read
           5  new events
           1  without their tracking number, which is not numeric: see --tracking-path
           1  without names and options, to fit into a request
           1  shortened to fit into a request
         288  lines omitted from those
           5  delivered
           2  requests
           3  OrderPlaced
           2  OrderItemsShipped
[0] {"read":1,"events":2,"delivered":2}
["",true,["--documented-names is on: schemas of the standard XDM field groups reject commerce.order.payments[].paymentTransactionID, commerce.refunds, productListItems[].id, commerce.shipping.trackingNumber (as text), refundPaymentType (outside its list). Switch it off, or add these fields to the schema."]]
-- identities
normalized [0] {"read":1,"events":1,"delivered":1}
["Ann@Shop.Example","ann@shop.example"]
an address that is none [1] {"read":1,"refused":1}
suppressed, whatever its case [0] {"read":3,"suppressed":2,"events":1,"delivered":1}
-- tables of an earlier version
without the dates [0] {"read":1,"events":1,"delivered":1}
