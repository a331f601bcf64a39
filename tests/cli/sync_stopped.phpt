--TEST--
sync: when the client has stopped sending, the rest is kept in the table without piling up in memory
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
$cli->stopSandbox();
$count = 45000;
$handle = fopen("$cli->dir/prices.jsonl", 'wb');
for ($i = 1; $i <= $count; $i++) {
    fwrite($handle, json_encode(price("SKU-$i")) . "\n");
}
fclose($handle);

$result = $cli->run(['sync', 'prices.jsonl', '--json']);
check('exit code', $result->code === 3, $result->err);
check('all to retry', $result->feed('prices')['toRetry'] === $count, $result->feed('prices'));
check('not all handed over', $result->feed('prices')['sent'] < $count, $result->feed('prices'));
$status = $cli->run(['status', '--json'])->json()['feeds']['prices'];
check('all kept', $status['toRetry'] + $status['waiting'] === $count && $status['waiting'] > 0, $status);
$pdo = $cli->pdo();
check('with payload', (int) $pdo->query(
    "SELECT COUNT(*) FROM cde_product_prices_feed WHERE feed_data LIKE '%\"regular\"%'"
)->fetchColumn() === $count);
?>
--EXPECT--
exit code: yes
all to retry: yes
not all handed over: yes
all kept: yes
with payload: yes
