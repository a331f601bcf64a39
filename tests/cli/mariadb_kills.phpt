--TEST--
sync --full: killed at random moments, on MariaDB: the service holds the source, and the tables agree
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
require __DIR__ . '/kills.inc';

$server = new MariaDb();
$cli = (new Cli())->useDatabase($server->database())->startSandbox();
$cli->init();
$kills = new Kills($cli, Kills::catalogs($cli->dir, 40));
$kills->run(12);
check('killed', $kills->kills === 12);
?>
--EXPECT--
killed: yes
