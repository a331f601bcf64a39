--TEST--
Two syncs, a resend and a cron started together, on SQLite: one result, no duplicate rows, no deadlock
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/together.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
ob_start();
together($cli);
// How often something else comes first is chance.
echo str_replace("again: yes\n", '', ob_get_clean());
?>
--EXPECT--
spool 1: yes
round 1: yes
spool 2: yes
round 2: yes
spool 3: yes
round 3: yes
spool 4: yes
round 4: yes
spool 5: yes
round 5: yes
each did its work or was turned away: yes
accepted once: yes
