--TEST--
resend-failed: waits longer and longer, and takes over what was left
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/scenarios.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
resending($cli);
?>
--EXPECT--
nothing delivered: yes
first attempt: at once: yes
second: 5 minutes: yes
not due: yes
not due for a sync either: yes
--all: yes
at most 6 hours: yes
what was noted by a clock that was ahead is due: yes
a changed item begins anew: yes
the due one: yes
the others are named: yes
oldest first: yes
the rest: yes
rejected: yes
rejected ones stay: yes
says so: yes
-- left by a killed run: sent by the next command
by a sync of another feed: yes
