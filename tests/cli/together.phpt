--TEST--
Two syncs and a resend started together, on SQLite: one result, no duplicate rows, no deadlock
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason() ;
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/together.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
ob_start();
together($cli);
// How often a resend comes first is chance.
echo str_replace("again: yes\n", '', ob_get_clean());
?>
--EXPECT--
round 1: yes
round 2: yes
round 3: yes
round 4: yes
round 5: yes
each did its work or was turned away: yes
accepted once: yes
