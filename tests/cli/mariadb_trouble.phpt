--TEST--
MariaDB: unreachable, refused, restarted, killed, locked, read-only: a sentence and exit code 2, and the next run completes
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

/** Runs a sync of that many new products, with something happening when some have arrived. */
function interrupted(Cli $cli, string $name, int $count, Closure $happens): Result
{
    $path = $cli->write('products.jsonl', products($count, $name));
    $cli->fault(['match' => ['path' => '/v1/catalog/products$'], 'fault' => ['type' => 'delay', 'ms' => 50]]);
    $out = tmpfile();
    $err = tmpfile();
    $process = $cli->start(['sync', $path, '--json'], [], [['file', '/dev/null', 'r'], $out, $err]);
    $cli->waitForRequests(3);
    $happens();
    $code = proc_close($process);
    $cli->clearFaults();
    rewind($out);
    rewind($err);

    return new Result($code, stream_get_contents($out), stream_get_contents($err));
}

/** The next run completes. */
function completes(Cli $cli, string $name, int $count): void
{
    $result = $cli->run(['sync', 'products.jsonl', '--json']);
    $expected = array_column(products($count, $name), 'name', 'sku');
    $held = array_column($cli->held('products'), 'name', 'sku');
    ksort($held);
    $rows = $cli->rows('cde_products_feed');
    check('completes', $result->code === 0 && $held === $expected
        && count($rows) === $count && array_unique(array_column($rows, 'status')) === [200], [
            $result,
            count($held),
            count($rows),
        ]);
}

function tell(Result $result, Cli $cli, string $label): void
{
    $err = preg_replace('~on /tmp/aco-db-\w+/socket~', 'on SOCKET', $result->err);
    show(new Result($result->code, '', $err), $cli, $label);
    check('no password', !str_contains($result->out . $result->err, MariaDb::PASSWORD));
}

$server = new MariaDb();
$env = $server->database();
$cli = (new Cli())->useDatabase($env)->startSandbox();

echo "-- before there are tables\n";
tell($cli->run(['status']), $cli, 'no tables');
tell($cli->run(['status'], ['ACO_DB_PASSWORD' => MariaDb::PASSWORD . '?']), $cli, 'wrong password');
tell($cli->run(['status'], ['ACO_DSN' => "$env[ACO_DSN]2"]), $cli, 'unknown database');
tell(
    $cli->run(['status'], ['ACO_DSN' => str_replace('commerce', 'missing', $env['ACO_DSN'])]),
    $cli,
    'no such database',
);
tell($cli->run(['status'], ['ACO_DSN' => 'mysql:unix_socket=/nowhere/socket;dbname=commerce']), $cli, 'unreachable');

echo "-- columns\n";
check('config:init', $cli->init()->code === 0);
$columns = array_column($cli->pdo()->query('DESCRIBE cde_product_prices_feed')->fetchAll(), 'Type', 'Field');
echo implode(', ', array_keys($columns)), "\n";
check('tables', $cli->pdo()->query("SHOW TABLES LIKE 'cde_%'")->rowCount() === 5);

echo "-- connection killed in the middle\n";
$kill = static function () use ($server): void {
    $ids = $server->root()->query("SELECT id FROM information_schema.processlist WHERE user = 'aco'")->fetchAll(PDO::FETCH_COLUMN);
    foreach ($ids as $id) {
        $server->root()->exec("KILL CONNECTION $id");
    }
};
$result = interrupted($cli, 'Killed', 1500, $kill);
check('goes on', $result->code === 0 && $result->feed('products')['accepted'] === 1500, $result);
completes($cli, 'Killed', 1500);

echo "-- server crashes and comes back\n";
$result = interrupted($cli, 'Crash', 1500, static function () use ($server): void {
    $server->kill();
    $server->start();
});
check('goes on', $result->code === 0 && $result->feed('products')['accepted'] === 1500, $result);
completes($cli, 'Crash', 1500);

echo "-- read-only\n";
$result = interrupted($cli, 'Read', 1500, static fn () => $server->root()->exec('SET GLOBAL read_only = 1'));
tell($result, $cli, 'read-only');
$server->root()->exec('SET GLOBAL read_only = 0');
completes($cli, 'Read', 1500);

echo "-- rows locked by others\n";
$other = $server->root();
$result = interrupted($cli, 'Lock', 1500, static function () use ($other): void {
    $other->exec('BEGIN');
    $other->query("SELECT * FROM commerce.cde_products_feed FOR UPDATE")->fetchAll();
});
tell($result, $cli, 'locked');
$other->exec('ROLLBACK');
completes($cli, 'Lock', 1500);

echo "-- server gone for good\n";
$result = interrupted($cli, 'Gone', 1500, static fn () => $server->kill());
tell($result, $cli, 'gone');
$server->start();
completes($cli, 'Gone', 1500);
?>
--EXPECT--
-- before there are tables
no tables [2] There is no database commerce on SOCKET yet: run config:init first.
no password: yes
wrong password [2] The database server of commerce on SOCKET refuses the user: check ACO_DB_USER and ACO_DB_PASSWORD.
no password: yes
unknown database [2] This user has no access to the database commerce2 on SOCKET: create it, grant access, or correct --dsn.
no password: yes
no such database [2] This user has no access to the database missing on SOCKET: create it, grant access, or correct --dsn.
no password: yes
unreachable [2] The database server of commerce on /nowhere/socket cannot be reached: start it or correct --dsn, then run the same command again; nothing is lost.
no password: yes
-- columns
config:init: yes
id, source_entity_id, feed_id, modified_at, is_deleted, status, feed_data, feed_hash, errors, metadata
tables: yes
-- connection killed in the middle
goes on: yes
completes: yes
-- server crashes and comes back
goes on: yes
completes: yes
-- read-only
read-only [2] The database commerce on SOCKET is read-only: grant this user write access, then run the same command again; nothing is lost.
no password: yes
completes: yes
-- rows locked by others
locked [2] The database commerce on SOCKET is in use by another process: try again when it has finished.
no password: yes
completes: yes
-- server gone for good
gone [2] The connection to the database commerce on SOCKET was lost: check the server, then run the same command again; nothing is lost.
no password: yes
completes: yes
