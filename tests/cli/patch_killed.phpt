--TEST--
Changes as parts of items, by syncs that are killed, on SQLite: the service holds the source in the end
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason() ?: (function_exists('posix_kill') ? '' : 'skip posix is missing');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/patch.inc';

$cli = (new Cli())->startSandbox();
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
