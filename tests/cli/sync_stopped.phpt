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
$pdo->exec("UPDATE cde_product_prices_feed SET modified_at = '2020-01-01 00:00:00'");
unlink("$cli->dir/prices.jsonl");
$again = $cli->run(['resend-failed', '--json']);
check('still all to retry', $again->feed('prices')['toRetry'] === $count, $again->feed('prices'));
$written = (int) $pdo->query(
    "SELECT COUNT(*) FROM cde_product_prices_feed WHERE modified_at > '2020-01-01 00:00:00'"
)->fetchColumn();
check('most are left as they are', $written < $count / 2, $written);
?>
--EXPECT--
exit code: yes
all to retry: yes
not all handed over: yes
all kept: yes
with payload: yes
still all to retry: yes
most are left as they are: yes
