--TEST--
sync: killed in the middle, run again: the service holds exactly the source
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason() ?: (function_exists('posix_kill') ? '' : 'skip posix_kill() is missing');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
$items = products(2500);
$path = $cli->write('products.jsonl', $items);
$cli->fault(['match' => ['path' => '/v1/catalog/products$'], 'fault' => ['type' => 'delay', 'ms' => 100]]);

$null = fopen('/dev/null', 'r+');
$process = $cli->start(['sync', $path], [], [$null, $null, $null]);
wait_for(static fn (): bool => count($cli->held('products')) >= 300);
posix_kill(proc_get_status($process)['pid'], 9);
proc_close($process);
$cli->clearFaults();
usleep(300000);

$held = count($cli->held('products'));
check('killed in the middle', $held >= 300 && $held < 2500, $held);
$states = array_count_values(array_column($cli->rows('cde_products_feed'), 'status'));
check('some are waiting', ($states[0] ?? 0) > 0, $states);
$waiting = $cli->run(['status', '--json'])->json()['feeds']['products'];
check('status says so', $waiting['waiting'] === $states[0], $waiting);
$payload = $cli->pdo()->query('SELECT feed_data FROM cde_products_feed WHERE status = 0 LIMIT 1')->fetchColumn();
check('with their payload', str_contains($payload, '"name"'), $payload);

echo "-- input without them\n";
$rest = array_slice($items, 0, 1);
$result = $cli->run(['sync', '--feed=products', '-', '--json'], [], lines($rest));
$counters = $result->feed('products');
check('left ones are sent', $result->code === 0 && ($counters['resumed'] ?? 0) >= $states[0] - 1
    && $counters['accepted'] >= $states[0] - 1, $counters);
$states = array_count_values(array_column($cli->rows('cde_products_feed'), 'status'));
check('all rows delivered', array_keys($states) === [200], $states);
check('payload dropped', (int) $cli->pdo()->query("SELECT MAX(length(feed_data)) FROM cde_products_feed")->fetchColumn() < 60);

echo "-- the whole input\n";
$result = $cli->run(['sync', $path, '--json']);
check('done', $result->code === 0, $result);
$expected = array_column($items, 'name', 'sku');
$found = array_column($cli->held('products'), 'name', 'sku');
ksort($found);
check('exactly the source', $found === $expected);
check(
    'nothing more to send',
    $cli->run(['sync', $path, '--json'])->feed('products') === ['read' => 2500, 'unchanged' => 2500],
);
?>
--EXPECT--
killed in the middle: yes
some are waiting: yes
status says so: yes
with their payload: yes
-- input without them
left ones are sent: yes
all rows delivered: yes
payload dropped: yes
-- the whole input
done: yes
exactly the source: yes
nothing more to send: yes
