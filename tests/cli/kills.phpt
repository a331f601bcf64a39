--TEST--
sync --full: killed at random moments, on SQLite: the service holds the source, and the tables agree
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason() ?: (function_exists('posix_kill') ? '' : 'skip posix_kill() is missing');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/kills.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
$kills = new Kills($cli, Kills::catalogs($cli->dir, 40));
$kills->run(12);
check('killed', $kills->kills === 12);
?>
--EXPECT--
killed: yes
