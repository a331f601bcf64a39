--TEST--
scope:disable and scope:enable: removed by the next run, sent again by the next sync
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/scenarios.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
switching_scopes($cli);
?>
--EXPECT--
all: yes
held: yes
Website second is disabled: the next sync or resend-failed deletes its items.
Store view fr is disabled: the next sync or resend-failed deletes its items.
Store view fr was already disabled.
nothing yet: yes
removed by the next run: yes
not sent: yes
counted: yes
Website second is enabled: the next sync of the complete source sends its items.
as JSON: yes
sent again: yes
