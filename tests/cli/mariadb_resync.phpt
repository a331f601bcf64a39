--TEST--
MariaDB: a resync on one node while cron works on another waits and comes next; a killed node loses nothing
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
echo skip_reason() ?: MariaDb::skipReason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';

const ITEMS = 600;

/** Whether the service holds these versions and no other. */
function holds(Cli $cli, string $name): bool
{
    $held = array_column($cli->held('products'), 'name', 'sku');
    ksort($held);

    return $held === array_column(products(ITEMS, $name), 'name', 'sku');
}

$server = new MariaDb();
$cli = (new Cli())->useDatabase($server->database())->startSandbox();
$cli->init();
$null = fopen('/dev/null', 'r+');
// For each of two entries: others have to find out meanwhile that cron is alive.
$slow = ['match' => ['path' => '/v1/catalog/products$'], 'fault' => ['type' => 'delay', 'ms' => 8000]];

echo "-- cron on one node, a resync on another\n";
$cli->write('state/spool/products-1.jsonl', products(ITEMS, 'First'));
$cli->write('state/spool/products-2.jsonl', products(ITEMS, 'Second'));
$path = $cli->write('products.jsonl', products(ITEMS, 'Third'));
$cli->fault($slow);
$cron = $cli->start(['cron', '--once'], ['ACO_NODE' => 'one'], [$null, $null, $null]);
$cli->waitForRequests(1);
$result = $cli->run(['resync', '--feed=products', '--wait=0', $path], ['ACO_NODE' => 'two']);
echo "[$result->code] ", preg_replace('~process \d+|on /\S+socket~', '…', $result->err);
$output = ["$cli->dir/report", "$cli->dir/messages"];
$resync = $cli->start(['resync', '--feed=products', $path, '--json'], ['ACO_NODE' => 'two'], [
    $null, ['file', $output[0], 'w'], ['file', $output[1], 'w'],
]);
wait_for(static fn (): bool => str_contains(file_get_contents($output[1]), 'Waiting'));
$cli->clearFaults();
$result = new Result(proc_close($resync), ...array_map(file_get_contents(...), $output));
echo "[$result->code] ", preg_replace('/process \d+/', '…', $result->err);
check('it has sent what it was given', $result->feed('products')['accepted'] === ITEMS, $result);
proc_close($cron);

// What cron left is taken a minute later; here at once.
$cli->pdo()->exec("DELETE FROM core_config_data WHERE path LIKE 'aco_exporter/cron/%'");
check('cron goes on', $cli->run(['cron', '--once'])->code === 0);
check('both entries are done', count(glob("$cli->state/spool/done/*")) === 2);
check('one version is there as a whole', holds($cli, 'Second') || holds($cli, 'Third'));

echo "-- a node is killed\n";
$cli->write('products.jsonl', products(ITEMS, 'Fourth'));
$cli->fault(['match' => ['path' => '/v1/catalog/products$'], 'fault' => ['type' => 'delay', 'ms' => 100]]);
$sync = $cli->start(['sync', $path], ['ACO_NODE' => 'one'], [$null, $null, $null]);
$cli->waitForRequests(random_int(1, 3));
posix_kill(proc_get_status($sync)['pid'], SIGKILL);
proc_close($sync);
$cli->clearFaults();
$result = $cli->run(['sync', $path], ['ACO_NODE' => 'two']);
check('another one goes on', $result->code === 0 && holds($cli, 'Fourth'), $result);
$rows = $cli->rows('cde_products_feed');
check('the table agrees', count($rows) === ITEMS && array_unique(array_column($rows, 'status')) === [200]);
?>
--EXPECT--
-- cron on one node, a resync on another
[2] Another sync (… on one) is working on commerce …: wait until it has finished.
[0] Waiting until another (… on one) has finished.
it has sent what it was given: yes
cron goes on: yes
both entries are done: yes
one version is there as a whole: yes
-- a node is killed
another one goes on: yes
the table agrees: yes
