--TEST--
orders:sync on MariaDB: killed at random moments, and failing; retention, Commerce's feed table
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
require __DIR__ . '/orders.inc';
require __DIR__ . '/orders_kills.inc';

$server = new MariaDb();
$cli = (new Cli())->useDatabase($server->database('shop'))->startSandbox();
configure($cli);
echo kill_orders($cli, 5, 200), " events\n";
$cli->run(['experience:config', '--retention-days=30']);
echo 'old ', counters($cli->run(['orders:sync', '-', '--json'], [], lines([life(1)[4]]))), "\n";
$cli->run(['experience:config', '--retention-days=0']);
$pdo = $cli->pdo();
$pdo->exec('CREATE TABLE sales_data_exporter_orders_v2 (id INT UNSIGNED PRIMARY KEY, feed_data MEDIUMTEXT, modified_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP)');
$pdo->prepare('INSERT INTO sales_data_exporter_orders_v2 (id, feed_data) VALUES (?, ?)')->execute([900, json_encode(life(900)[0])]);
echo 'table ', counters($cli->run(['orders:sync', '--json'])), "\n";
echo 'again ', counters($cli->run(['orders:sync', '--json'])), "\n";
$cli->fault(['times' => 1, 'match' => ['path' => '/ee/'], 'fault' => ['type' => 'edge', 'code' => 'EXEG-0010-422']]);
echo 'configuration ', $cli->run(['orders:sync', '-', '--json'], [], lines([life(901)[0]]))->code, "\n";
echo 'due ', counters($cli->run(['orders:sync', '-', '--due', '--json'])), "\n";

echo "-- tables of an earlier version\n";
foreach (['without the dates', 'with them, after a step that was interrupted'] as $n => $which) {
    $pdo = $cli->pdo();
    $n > 0 || $pdo->exec('ALTER TABLE aco_order_events DROP COLUMN order_updated_at');
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
960 events
old [0] {"read":1,"tooOld":1,"removed":160}
table [0] {"read":1,"events":1,"delivered":1}
again [0] {"read":1,"unchanged":1}
configuration 3
due [0] {"resumed":1,"delivered":1}
-- tables of an earlier version
without the dates [0] {"read":1,"events":1,"delivered":1}
with them, after a step that was interrupted [0] {"read":1,"events":1,"delivered":1}
