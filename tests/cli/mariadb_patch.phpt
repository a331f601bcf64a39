--TEST--
MariaDB: changes as parts of items, by syncs that are killed, as on SQLite
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
echo skip_reason() ?: MariaDb::skipReason() ?: (function_exists('posix_kill') ? '' : 'skip posix is missing');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
require __DIR__ . '/patch.inc';

$server = new MariaDb();
$cli = (new Cli())->useDatabase($server->database('patch'))->startSandbox();
$cli->init();
patched_changes($cli);
?>
--EXPECT--
first sync: yes
round 2: the service holds the source: yes
round 5: the service holds the source: yes
round 8: the service holds the source: yes
round 11: the service holds the source: yes
killed, and parts were sent: yes
