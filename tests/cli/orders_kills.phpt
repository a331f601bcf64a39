--TEST--
orders:sync: killed at random moments, and failing, on SQLite: every event arrives
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason() ?: (function_exists('posix_kill') ? '' : 'skip posix_kill() is missing');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/orders.inc';
require __DIR__ . '/orders_kills.inc';

$cli = (new Cli())->startSandbox();
configure($cli);
echo kill_orders($cli, 10, 300), " events\n";
?>
--EXPECT--
1440 events
