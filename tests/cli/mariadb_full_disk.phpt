--TEST--
MariaDB: the disk is full: a sentence and exit code 2, and the next run completes
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
echo skip_reason(needsRoot: true) ?: MariaDb::skipReason() ?: mount_skip_reason()
    ?: (getenv('ACO_TEST_DATABASE') ? 'skip the disk has the size for MariaDB' : '');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';

$server = new MariaDb('58m');
$cli = (new Cli())->useDatabase($server->database())->startSandbox();
check('config:init', $cli->init()->code === 0);
$path = $cli->write('products.jsonl', products(2000, str_repeat('A long name ', 1200)));
$result = $cli->run(['sync', $path]);
show(
    new Result($result->code, '', preg_replace('~on /tmp/aco-db-\w+/socket~', 'on SOCKET', $result->err)),
    $cli,
    'full',
);
$server->resize('400m');
$result = $cli->run(['sync', $path, '--json']);
$rows = $cli->rows('cde_products_feed');
check('with room', $result->code === 0 && count($cli->held('products')) === 2000 && count($rows) === 2000
    && array_unique(array_column($rows, 'status')) === [200], $result);
?>
--EXPECT--
config:init: yes
full [2] The database server of commerce on SOCKET cannot write (disk full?): free some space, then run the same command again; nothing is lost.
with room: yes
