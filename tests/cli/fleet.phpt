--TEST--
fleet: twelve tenants on three nodes; one dies, and its tenants go to the others
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/fleet.inc';
echo skip_reason() ?: FleetNodes::skipReason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/fleet.inc';

$cli = (new Cli())->startSandbox();
check('config:init', $cli->init()->code === 0);
fleet($cli, []);
?>
--EXPECT--
config:init: yes
each has its share: yes
its tenants go to the others: yes
within half a minute: yes
all is delivered: yes
nothing is missing: yes
nothing waits: yes
it is known who holds what: yes
a page: yes
a table: yes
a node ends when asked to: yes
and gives its tenants back: yes
the last one too: yes
