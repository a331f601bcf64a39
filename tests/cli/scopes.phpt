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
Website second is disabled: the next sync or resend-failed removes what was synced of it.
Store view fr is disabled: the next sync or resend-failed removes what was synced of it.
Store view fr was disabled already.
nothing yet: yes
removed by the next run: yes
not sent: yes
counted: yes
Website second is enabled: the next sync of the whole source sends all of it.
as JSON: yes
sent again: yes
