--TEST--
orders:sync sends each event once, whatever comes again, and nothing that is switched off or suppressed
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/orders.inc';

$cli = (new Cli())->startSandbox(['--datastream', DATASTREAM]);
show($cli->run(['orders:sync', '-']), $cli, 'no database');
$cli->run(['assets:config', '--layer=x']);
show($cli->run(['orders:sync', '-']), $cli, 'not configured');
$idle = $cli->run(['orders:sync', '--if-configured', '--json']);
echo "not configured, by the schedule [$idle->code] ", json_encode($idle->json()), "\n";
echo "configured [", configure($cli)->code, "]\n";
$sync = fn (array|string $orders, string ...$options) => $cli->run(
    ['orders:sync', '-', '--json', ...$options],
    [],
    is_array($orders) ? lines($orders) : $orders,
);

echo "-- the life of an order\n";
foreach (life(1) as $step => $snapshot) {
    $result = $sync([$snapshot, $snapshot]);
    echo $step, ' ', counters($result), ' ', json_encode($result->json()['feeds']['orders']['byType']), "\n";
}
echo 'again ', counters($sync(array_reverse(life(1)))), "\n";
echo 'only the end of another ', counters($sync([life(2)[4]])), "\n";
echo 'its past ', counters($sync(life(2))), "\n";
$events = held_events($cli);
echo count($events), ' events, delivered ', array_sum(array_column($events, 'deliveries')), " times\n";

echo "-- what cannot be sent\n";
$bad = order(['orderId' => ['id' => 'bad'], 'commerceOrderId' => '77', 'customerEmail' => null]);
$result = $sync(lines([$bad]) . "no json\n" . lines([['commerceOrderId' => '78']]));
echo counters($result), ' ', json_encode($result->json()['feeds']['orders']['failures']), "\n";
echo 'again ', counters($sync([$bad])), "\n";
echo 'corrected ',
    counters($sync([['customerEmail' => 'now@example.com', 'updatedAt' => '2023-04-06T09:30:00+00:00'] + $bad])), "\n";

echo "-- websites\n";
$cli->run(['experience:config', '--website=eu', '--back-office-events=off']);
echo 'off ', counters($sync([life(3, 'eu')[0], life(4)[0]])), "\n";
$cli->run(['experience:config', '--website=eu', '--back-office-events=on', '--datastream-id=two words']);
$result = $sync([life(3, 'eu')[0], life(5, 'eu')[0], life(6)[0]]);
echo 'not usable ', counters($result), "\n";
echo 'still ', counters($sync([])), "\n";
$cli->run(['experience:config', '--website=eu', '--back-office-events=off']);
echo 'off again ', counters($sync([])), "\n";
$cli->run(['experience:config', '--website=eu', '--back-office-events=on', '--datastream-id=11111111-2222-3333-4444-555555555555']);
$result = $sync([life(3, 'eu')[0], life(7)[0]]);
echo 'a datastream that is not there ', counters($result), "\n";
$cli->run(['experience:config', '--website=eu', '--datastream-id=inherit']);
echo 'usable ', counters($sync([])), "\n";
echo json_encode(array_count_values(array_column(held_events($cli), 'website'))), "\n";

echo "-- suppression\n";
file_put_contents(
    "$cli->dir/list",
    "# people\n\n" . hash('sha256', 'shopper.8@example.com') . "\n"
        . strtoupper(hash('sha256', 'shopper.9@example.com')) . "\r\n",
);
echo 'set [', $cli->run(['experience:config', "--suppression-list=$cli->dir/list"])->code, "]\n";
echo counters($sync([['customerEmail' => " Shopper.8@EXAMPLE.com\n"] + life(8)[0], life(9)[0], life(10)[0]])), "\n";
file_put_contents("$cli->dir/list", "no hash\n", FILE_APPEND);
show($sync([life(11)[0]]), $cli, 'damaged');
unlink("$cli->dir/list");
show($sync([life(11)[0]]), $cli, 'gone');
$cli->run(['experience:config', '--suppression-list=']);
$cli->fault(['times' => 20, 'match' => ['path' => '/ee/'], 'fault' => ['type' => 'status', 'status' => 503]]);
echo 'the service is down ', counters($sync([life(11)[0], life(12)[0]])), "\n";
$cli->clearFaults();
file_put_contents("$cli->dir/list", hash('sha256', 'shopper.11@example.com') . "\n");
$cli->run(['experience:config', "--suppression-list=$cli->dir/list"]);
echo 'one has objected meanwhile ', counters($sync([])), "\n";
$cli->run(['experience:config', '--suppression-list=']);

echo "-- what is kept\n";
$rows = $cli->rows('aco_order_events');
check('bodies of what is done are gone', array_filter($rows, fn (array $row) => $row['payload'] !== null) === []);
$cli->run(['experience:config', '--retention-days=30']);
$today = gmdate('Y-m-d\TH:i:s\Z', time() - 3600);
echo 'recent ', counters($sync([['updatedAt' => $today, 'createdAt' => $today] + life(20)[0]])), "\n";
echo 'old ', counters($sync([life(1)[4], ['updatedAt' => $today, 'createdAt' => $today] + life(20)[0]])), "\n";
echo count($cli->rows('aco_orders')), ' orders, ', count($cli->rows('aco_order_events')), " event\n";

echo "-- the log\n";
$log = file_get_contents("$cli->state/log/aco.log");
check(
    'it names no shopper',
    !str_contains($log, '@example') && !str_contains($log, '1 Main') && !str_contains($log, 'shopper'),
);
?>
--EXPECT--
no database [2] There is no database DIR/state/aco.sqlite yet: run config:init first.
not configured [2] Nothing is configured yet: run experience:config first.
not configured, by the schedule [0] {"exitCode":0}
configured [0]
-- the life of an order
0 [0] {"read":2,"unchanged":1,"events":1,"delivered":1} {"commerce.backofficeOrderPlaced":1}
1 [0] {"read":2,"unchanged":1,"events":1,"delivered":1} {"commerce.backofficeOrderInvoiced":1}
2 [0] {"read":2,"unchanged":1,"events":1,"delivered":1} {"commerce.backofficeOrderItemsShipped":1}
3 [0] {"read":2,"unchanged":1,"events":2,"delivered":2} {"commerce.backofficeOrderItemsShipped":1,"commerce.backofficeOrderShipmentCompleted":1}
4 [0] {"read":2,"unchanged":1,"events":1,"delivered":1} {"commerce.backofficeCreditMemoIssued":1}
again [0] {"read":5,"unchanged":5}
only the end of another [0] {"read":1,"events":6,"delivered":6}
its past [0] {"read":5,"unchanged":5}
12 events, delivered 12 times
-- what cannot be sent
[1] {"read":3,"refused":2,"badLineCount":1} [{"item":"order 100000001 (standard input line 1)","field":"customerEmail","message":"customerEmail is missing: an event needs the identity of the shopper","count":1},{"item":"order 78 (standard input line 3)","field":"createdAt","message":"createdAt is missing","count":1}]
again [0] {"read":1,"unchanged":1,"unchangedRefused":1}
corrected [0] {"read":1,"events":1,"delivered":1}
-- websites
off [0] {"read":2,"switchedOff":1,"events":1,"delivered":1}
not usable [1] {"read":3,"events":3,"delivered":1,"held":2,"errors":["The datastream ID of website \"eu\" must have at most 64 visible ASCII characters and no spaces."]}
still [3] {"resumed":2,"held":2,"errors":["The datastream ID of website \"eu\" must have at most 64 visible ASCII characters and no spaces."]}
off again [0] {"forgotten":2}
a datastream that is not there [1] {"read":2,"events":2,"delivered":1,"toRetry":1,"reasons":["the Edge Network answers HTTP 400: EXEG-0003-400: Unknown datastream: There is no datastream with this id.; check the datastream's id, and that it is enabled"]}
usable [0] {"resumed":1,"delivered":1}
{"base":16,"eu":1}
-- suppression
set [0]
[0] {"read":3,"suppressed":2,"events":1,"delivered":1}
damaged [2] Line 5 of the suppression list DIR/list is not a SHA-256 hash in hexadecimal digits (or there are too many lines): nothing is sent.
gone [2] The suppression list DIR/list cannot be read: nothing is sent without it.
the service is down [3] {"read":2,"events":2,"toRetry":2,"reasons":["the Edge Network answers HTTP 503"]}
one has objected meanwhile [0] {"resumed":1,"delivered":1,"forgotten":1}
-- what is kept
bodies of what is done are gone: yes
recent [0] {"read":1,"events":1,"delivered":1,"removed":11}
old [0] {"read":2,"unchanged":1,"tooOld":1}
2 orders, 1 event
-- the log
it names no shopper: yes
