--TEST--
experience:config, orders:resync, orders:status, and orders on the schedule
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

echo "-- settings\n";
foreach ([
    ['--org-id=x'], ['--organization-id=x'], ['--web-sdk-name=1x'], ['--environment-id=a b'], ['--website='],
    ['--website=base', '--normalize-email=on'], ['--website=base', '--order-attribute=a=_b.c', '--org-id=x'],
    ['--back-office-events=yes'], ['--documented-names=maybe'], ['--retention-days=-1'],
    ['--requests-per-second=x'], ['--order-attribute=x'], ['--order-attribute=a=x'],
    ['--item-attribute=a=_t.x', '--item-attribute=b=_t.x.y'], ['--default-consent=maybe'],
    ['--suppression-list=nowhere'], ['--tracking-path=number'], ['--normalize-email=perhaps'], [
        '--edge-url=http://127.0.0.1:',
    ]] as $options) {
    show($config(...$options), $cli, implode(' ', $options));
}
$result = configure($cli, [
    '--order-attribute=gift=_acme.gift', '--item-attribute=a=_acme.a', '--web-sdk-name=mySdk',
    '--storefront-events=off', '--default-consent=in', '--retention-days=0',
]);
$shown = str_replace($cli->sandbox['url'], 'URL', $result->out);
echo preg_replace(['~\S+/state/~', '/ +\|/', '/-+\+/'], ['DIR/', ' |', '-+'], $shown);
$config('--website=eu', '--storefront-events=on', '--default-consent=out');
echo json_encode($config('--json', '--item-attribute=a=', '--documented-names=on')->json()['websites']), "\n";
echo json_encode($config('--storefront', '--website=eu', '--json')->json()), "\n";
$json = $config(
    '--json',
    '--website=eu',
    '--storefront-events=inherit',
    '--default-consent=inherit',
)->json();
$json = $config('--json', '--web-sdk-name=', '--documented-names=off', '--order-attribute=gift=')->json();
echo json_encode([
    $json['websites'], $json['order_attributes'], $json['item_attributes'], $json['documented_names'],
    $json['web_sdk_name'],
]), "\n";

echo "-- a historical sync\n";
$orders = [];
foreach (['2020-05-31', '2021-06-01', '2021-06-30', '2024-01-01'] as $n => $day) {
    $orders[] = ['createdAt' => "{$day}T12:00:00+00:00"] + life(30 + $n)[4];
}
$source = $cli->write('orders.jsonl', $orders);
$resync = fn (string ...$options) => $cli->run(['orders:resync', $source, '--json', ...$options]);
foreach ([
    ['--from=2021-06-01', '--to=2021-05-31'], ['--from=2021-02-30'], ['--from=2010-01-01', '--to=2020-01-01'],
    ['--from=2016-05-31', '--to=2021-06-01'], ['--to='],
] as $options) {
    show($cli->run(['orders:resync', $source, ...$options]), $cli, implode(' ', $options));
}
echo counters($resync('--from=2021-06-01', '--to=2021-06-30')), "\n";
echo 'once more ', counters($resync('--from=2021-06-01', '--to=2021-06-30')), "\n";
echo 'five years ', counters($resync('--from=2019-01-01', '--to=2024-01-01')), "\n";
$events = held_events($cli);
echo count($events), ' events, delivered ', array_sum(array_column($events, 'deliveries')), ' times, differing ',
    array_sum(array_column($events, 'differing')), "\n";
echo 'then there is nothing new ', counters($cli->run(['orders:sync', $source, '--json'])), "\n";
show($cli->run(['orders:resync']), $cli, 'no source');
show($cli->run(['orders:sync', $cli->dir . '/nothing']), $cli, 'no file');
show($cli->run(['orders:sync', $cli->dir . '/ini']), $cli, 'no orders');

echo "-- status\n";
$cli->fault(['match' => ['path' => '/ee/'], 'fault' => ['type' => 'edge', 'code' => 'EXEG-0305-400', 'event' => 0]]);
echo counters($cli->run(['orders:sync', '-', '--json'], [], lines([life(40)[0], order([
    'orderId' => ['id' => 'bad'],
    'createdAt' => 'x',
])]))),
    "\n";
$cli->clearFaults();
echo $cli->run(['orders:status'])->out;
foreach ($cli->run(['orders:status', '--failed', '--json'])->json()['items'] as $item) {
    echo json_encode($item), "\n";
}
echo $cli->run(['status', '--check'])->out;
$table = $cli->run(['orders:status', '--failed'])->out;
// The bad order and the refused event, below their headings.
check('a table of those', substr_count($table, "\n| ") === 3, $table);
require ROOT . '/cli/vendor/autoload.php';
$many = (static function (): Generator {
    for ($i = 1; $i <= 203; $i++) {
        yield [
            'order' => "O-$i", 'number' => null, 'event' => null, 'type' => null, 'status' => 400,
            'message' => 'refused',
        ];
    }
})();
Aco\Cli\Experience\OrderOutput::failed($list = new Symfony\Component\Console\Output\BufferedOutput(), $many);
echo substr($list->fetch(), -26);
echo $cli->run(['orders:status', '--json'])->json()['orders'], "\n";
show($config('--environment-id=other'), $cli, 'another environment');
echo $config('--environment-id=other', '--force')->code, $config('--environment-id=' . ENVIRONMENT, '--force')->code,
    "\n";

echo "-- Commerce's feed table\n";
$pdo = $cli->pdo();
$pdo->exec('CREATE TABLE sales_data_exporter_orders_v2 (id INTEGER PRIMARY KEY, feed_data TEXT, modified_at TEXT, is_deleted INTEGER DEFAULT 0)');
$put = $pdo->prepare('INSERT INTO sales_data_exporter_orders_v2 (id, feed_data, modified_at) VALUES (?, ?, ?)');
$put->execute([1, json_encode(life(50)[1]), gmdate('Y-m-d H:i:s')]);
$put->execute([2, 'damaged', '2020-01-01 00:00:00']);
echo counters($cli->run(['orders:sync', '--json'])), "\n";
$put->execute([3, json_encode(life(51)[0]), gmdate('Y-m-d H:i:s')]);
echo 'later ', counters($cli->run(['orders:sync', '--json'])), "\n";
echo 'all ', counters($cli->run(['orders:resync', '--json', '--from=2023-04-01', '--to=2023-04-30'])), "\n";

echo "-- the schedule\n";
$cli->init();
$cli->run(['cron', '--once']);
file_put_contents("$cli->state/spool/orders-1.jsonl", lines([life(60)[0]]));
file_put_contents("$cli->state/spool/orders-3.jsonl", lines([['customerEmail' => null] + life(61)[0]]));
file_put_contents("$cli->state/spool/orders-2.jsonl", "no json\n");
$pdo->exec("DELETE FROM core_config_data WHERE path LIKE '%cron%'");
$result = $cli->run(['cron', '--once', '--json']);
foreach ($result->json()['runs'] as $run) {
    echo $run['job'], ' ', $run['entry'] ?? '-', ' ', $run['exitCode'], "\n";
}
echo str_replace("$cli->state/spool/", '', implode(' ', glob("$cli->state/spool/*/orders*"))), "\n";
echo count(array_filter(held_events($cli), fn (array $event) => $event['deliveries'] === 1)) > 0 ? "delivered\n" : '';
?>
--EXPECT--
-- settings
--org-id=x [2] --org-id must be 24 letters or digits followed by @AdobeOrg.
--organization-id=x [2] --org-id must be 24 letters or digits followed by @AdobeOrg.
--web-sdk-name=1x [2] --web-sdk-name must be a name of JavaScript: letters, digits, _ and $, at most 64.
--environment-id=a b [2] --environment-id must have at most 64 visible ASCII characters and no spaces.
--website= [2] --website must not be empty.
--website=base --normalize-email=on [2] --website does not apply to --normalize-email, which holds for all websites: run experience:config for it without --website.
--website=base --order-attribute=a=_b.c --org-id=x [2] --website does not apply to --org-id, which holds for all websites: run experience:config for it without --website.
--back-office-events=yes [2] --back-office-events must be on, off or inherit.
--documented-names=maybe [2] --documented-names must be on, off or inherit.
--retention-days=-1 [2] --retention-days must be a whole number.
--requests-per-second=x [2] --requests-per-second must be a number such as 100 or 0.5.
--order-attribute=x [2] --order-attribute must be name=_tenant.path, or name= to remove it.
--order-attribute=a=x [2] --order-attribute must hold paths such as "_tenant.name", 2 to 8 names of letters, digits and _.
--item-attribute=a=_t.x --item-attribute=b=_t.x.y [2] --item-attribute has the path "_t.x" twice, or another one in it.
--default-consent=maybe [2] --default-consent must be in, out, pending or inherit.
--suppression-list=nowhere [2] The suppression list nowhere does not exist.
--tracking-path=number [2] --tracking-path must be a path such as "_tenant.name", 2 to 8 names of letters, digits and _.
--normalize-email=perhaps [2] --normalize-email must be on, off or inherit.
--edge-url=http://127.0.0.1: [2] --edge-url must have a port from 1 to 65535 after the colon that follows its host, or no colon there.
+-+-+
| Setting | Value |
+-+-+
| org_id | A1B2C3D4E5F6A7B8C9D0E1F2@AdobeOrg |
| environment_id | 7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1 |
| web_sdk_name | mySdk |
| edge_url | URL |
| requests_per_second | 0 |
| documented_names | off |
| normalize_email | off |
| item_details | off |
| order_attributes | gift: _acme.gift |
| item_attributes | a: _acme.a |
| customer_events | off |
| retention_days | 0 |
| database | DIR/aco.sqlite |
+-+-+
+-+-+-+-+-+
| Website | Datastream | Back office | Storefront | Consent |
+-+-+-+-+-+
| (default) | ebebf826-a01f-4458-8cec-ef61de241c93 | on | off | in |
+-+-+-+-+-+
{"eu":{"datastream_id":"ebebf826-a01f-4458-8cec-ef61de241c93","back_office_events":true,"storefront_events":true,"default_consent":"out","errors":[],"warnings":[]}}
{"organizationId":"A1B2C3D4E5F6A7B8C9D0E1F2@AdobeOrg","datastreamId":"","webSdkName":"mySdk","enabled":true,"defaultConsent":"out"}
[[],[],[],false,""]
-- a historical sync
--from=2021-06-01 --to=2021-05-31 [2] --from must not come after --to.
--from=2021-02-30 [2] --from must be a day, such as 2024-05-31.
--from=2010-01-01 --to=2020-01-01 [2] A range covers at most five years: give a later --from or an earlier --to.
--from=2016-05-31 --to=2021-06-01 [2] A range covers at most five years: give a later --from or an earlier --to.
--to= [2] --to must be a day, such as 2024-05-31.
[0] {"read":4,"outside":2,"events":12,"delivered":12}
once more [0] {"read":4,"outside":2,"events":12,"delivered":12}
five years [0] {"read":4,"events":24,"delivered":24}
24 events, delivered 48 times, differing 0
then there is nothing new [0] {"read":4,"unchanged":4}
no source [2] The database DIR/state/aco.sqlite has no Commerce feed table with orders: give a source.
no file [2] DIR/nothing does not exist: give a file with orders, a folder with orders.jsonl, or -.
no orders [2] DIR/ini contains no orders.jsonl or orders.jsonl.gz.
-- status
[1] {"read":2,"refused":1,"events":1,"rejected":1}
+---------+------------------------+----------------------------+--------+
| Website | Event                  | State                      | Events |
+---------+------------------------+----------------------------+--------+
| base    | CreditMemoIssued       | Submitted to service       |      4 |
| base    | OrderInvoiced          | Submitted to service       |      4 |
| base    | OrderItemsShipped      | Submitted to service       |      8 |
| base    | OrderPlaced            | Submitted to service       |      4 |
| base    | OrderPlaced            | Failed, requires attention |      1 |
| base    | OrderShipmentCompleted | Submitted to service       |      4 |
+---------+------------------------+----------------------------+--------+
  6 orders, 1 of them could not be mapped; oldest waiting (UTC): -
{"order":"bad","number":"100000001","event":null,"type":null,"status":400,"message":"createdAt must be a date, a time and an offset as RFC 3339 has them"}
{"order":"00000000-0000-4000-8000-000000000040","number":"000000040","event":"e1c26efa-caed-53ee-8205-0270dd589838","type":"commerce.backofficeOrderPlaced","status":400,"message":"the Edge Network answers HTTP 400: EXEG-0305-400: Invalid identity: The sandbox was told to answer so."}
aco WARNING: 2 orders and events were refused: orders:status --failed says why, correct it at the source.
a table of those: yes
3 more: --json lists all.
6
another environment [2] A different --environment-id changes the ids of all events, and everything would be sent again: confirm with --force.
00
-- Commerce's feed table
[1] {"read":2,"events":2,"delivered":2,"badLineCount":1}
later [0] {"read":2,"unchanged":1,"events":1,"delivered":1}
all [1] {"read":3,"events":3,"delivered":3,"badLineCount":1}
-- the schedule
orders:sync orders-1.jsonl 0
orders:sync orders-2.jsonl 1
orders:sync orders-3.jsonl 1
resend-failed - 0
orders:sync - 0
cleanup - 0
done/orders-1.jsonl failed/orders-2.jsonl failed/orders-2.jsonl.report.json failed/orders-3.jsonl failed/orders-3.jsonl.report.json
delivered
