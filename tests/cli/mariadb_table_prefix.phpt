--TEST--
MariaDB: --table-prefix beside the tables of a Commerce that has one; orders come from its table, and deleted ones are never sent
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
require __DIR__ . '/table_prefix.inc';
require __DIR__ . '/orders.inc';

$server = new MariaDb();
$cli = (new Cli())->useDatabase($server->database())->startSandbox();
ob_start();
prefixed_shops($cli, true);
$lines = explode("\n", trim(ob_get_clean()));
check('as on SQLite', count($lines) > 20 && preg_grep('/: NO /', $lines) === [], $lines);

/** An orders table of Commerce. */
function orders_table(Cli $cli, string $name): void
{
    $cli->pdo()->exec("CREATE TABLE $name (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, feed_data mediumtext NOT NULL,
        modified_at timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
        is_deleted tinyint NOT NULL DEFAULT 0) ENGINE=InnoDB");
}

function put_order(Cli $cli, string $table, array $order, bool $deleted = false): void
{
    $cli->pdo()->prepare("INSERT INTO $table (feed_data, is_deleted) VALUES (?, ?)")->execute([json_encode($order), (int) $deleted]);
}

function said(Result $result, Cli $cli, string $label): void
{
    show(
        new Result($result->code, '', preg_replace('~on /tmp/aco-db-\w+/socket~', 'on SOCKET', $result->err)),
        $cli,
        $label,
    );
}

$cli = (new Cli())->useDatabase($server->database('shop'))->startSandbox();
$table = 'm2_sales_data_exporter_orders_v2';
orders_table($cli, $table);
put_order($cli, $table, life(1)[0]);
put_order($cli, $table, life(2)[0], true);
$cli->pdo()->exec("INSERT INTO $table (feed_data, is_deleted) VALUES ('damaged', 1)");

echo "-- a second set of tables is not made silently\n";
said($cli->init(), $cli, 'config:init');
said(configure($cli), $cli, 'experience:config');
said($cli->run(['status']), $cli, 'status');
check('no table was made', own_tables($cli, true) === [$table]);

echo "-- with the wrong prefix\n";
check('config', configure($cli, ['--table-prefix=m3_'])->code === 0);
said($cli->run(['orders:sync', '--table-prefix=m3_']), $cli, 'orders:sync');
said($cli->run(['orders:sync', '--table-prefix=m3_', '--due']), $cli, 'orders:sync --due');
said($cli->run(['orders:resync', '--table-prefix=m3_']), $cli, 'orders:resync');
foreach (preg_grep('/^m3_/', own_tables($cli, true)) as $own) {
    $cli->pdo()->exec("DROP TABLE $own");
}

echo "-- with the right one\n";
check('config', configure($cli, ['--table-prefix=m2_'])->code === 0);
echo counters($cli->run(['orders:sync', '--json'])), "\n";
check('the deleted one has not left', !str_contains(json_encode(held_events($cli)), 'shopper.2@')
    && count(held_events($cli)) === 1, held_events($cli));
echo $cli->run(['orders:sync'])->out;
$names = $cli->pdo()->query('SELECT name FROM m2_aco_lease')->fetchAll(PDO::FETCH_COLUMN);
check('the table of leases has the prefix', in_array('orders', $names, true));

echo "-- deleted while its events wait\n";
$cli->fault(['match' => ['path' => '/ee/'], 'fault' => ['type' => 'status', 'status' => 503]]);
put_order($cli, $table, life(3)[0]);
put_order($cli, $table, life(4)[0]);
check('wait', $cli->run(['orders:sync'])->code === 3);
$cli->clearFaults();
$cli->pdo()->exec("UPDATE $table SET is_deleted = 1 WHERE feed_data LIKE '%shopper.3@%'");
$before = count(held_events($cli));
$result = $cli->run(['orders:sync', '-', '--json'], [], '');
echo 'a run with another source ', counters($result), "\n";
check('only the other one', count(held_events($cli)) === $before + 1);
echo 'and with the table ', counters($cli->run(['orders:sync', '--json'])), "\n";
echo 'a file says so, too ',
    counters($cli->run(['orders:sync', '-', '--json'], [], lines([['deleted' => true] + life(5)[0]]))), "\n";
echo 'all of them ', counters($cli->run(['orders:resync', '--json', '--from=2023-04-01', '--to=2023-04-30'])), "\n";

echo "-- no table at all\n";
$bare = (new Cli())->useDatabase($server->database('bare'))->startSandbox();
configure($bare);
said($bare->run(['orders:sync']), $bare, 'orders:sync');
check('what waits is sent all the same', $bare->run(['orders:sync', '--due'])->code === 0);
?>
--EXPECT--
as on SQLite: yes
-- a second set of tables is not made silently
config:init [2] The tables of Commerce in shop on SOCKET begin with m2_: give --table-prefix=m2_.
experience:config [2] The tables of Commerce in shop on SOCKET begin with m2_: give --table-prefix=m2_.
status [2] There is no database shop on SOCKET yet: run config:init --table-prefix=m2_ first.
no table was made: yes
-- with the wrong prefix
config: yes
orders:sync [2] The database shop on SOCKET has no Commerce feed table with orders, m3_sales_data_exporter_orders_v2 (table prefix m3_): give a source, or give --table-prefix=m2_.
orders:sync --due [2] The database shop on SOCKET has no Commerce feed table with orders, m3_sales_data_exporter_orders_v2 (table prefix m3_): give a source, or give --table-prefix=m2_.
orders:resync [2] The database shop on SOCKET has no Commerce feed table with orders, m3_sales_data_exporter_orders_v2 (table prefix m3_): give a source, or give --table-prefix=m2_.
-- with the right one
config: yes
[0] {"read":3,"deleted":2,"events":1,"delivered":1}
the deleted one has not left: yes
           3  orders read
           1  without new events
           2  deleted in Commerce
           0  delivered
the table of leases has the prefix: yes
-- deleted while its events wait
wait: yes
a run with another source [0] {"resumed":1,"delivered":1,"forgotten":1}
only the other one: yes
and with the table [0] {"read":5,"unchanged":2,"deleted":3}
a file says so, too [0] {"read":1,"deleted":1}
all of them [0] {"read":5,"deleted":3,"events":2,"delivered":2}
-- no table at all
orders:sync [2] The database bare on SOCKET has no Commerce feed table with orders, sales_data_exporter_orders_v2 (no table prefix): give a source.
what waits is sent all the same: yes
