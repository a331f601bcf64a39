--TEST--
orders:sync: with the Edge Network down, what waits is neither read nor written again, and all of it arrives later
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
configure($cli);
$orders = [];
for ($n = 1; $n <= 3000; $n++) {
    $orders[] = life($n)[0];
}
$cli->write('orders.jsonl', $orders);
$address = $cli->sandbox;
$cli->stopSandbox();

$first = $cli->run(['orders:sync', 'orders.jsonl', '--json']);
$report = $first->json()['feeds']['orders'];
check('exit code', $first->code === 3, $first);
check('all wait', $report['toRetry'] === $report['events'] && $report['events'] >= 3000, $report);

$cli->pdo()->exec("UPDATE aco_order_events SET modified_at = '2020-01-01 00:00:00'");
$second = $cli->run(['orders:sync', 'orders.jsonl', '--json'])->json()['feeds']['orders'];
check('all wait still', $second['toRetry'] === $report['events'], $second);
$written = (int) $cli->pdo()->query(
    "SELECT COUNT(*) FROM aco_order_events WHERE modified_at > '2020-01-01 00:00:00'"
)->fetchColumn();
check('most are left as they are', $written < 1500, $written);

$cli->startSandbox(['--org', ORGANIZATION]);
configure($cli);
check('back again', counters($cli->run(['orders:sync', 'orders.jsonl', '--json'])) === sprintf(
    '[0] {"read":3000,"unchanged":3000,"resumed":%1$d,"delivered":%1$d}',
    $report['events'],
));
check('all there', count(held_events($cli)) === $report['events']);
?>
--EXPECT--
exit code: yes
all wait: yes
all wait still: yes
most are left as they are: yes
back again: yes
all there: yes
