--TEST--
fleet says that there is nothing to work on, and fleet:status makes nothing
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason() ?: (extension_loaded('pcntl') ? '' : 'skip needs pcntl'); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = new Cli();
mkdir("$cli->dir/tenants/one", 0700, true);
$files = static fn (): string => implode(' ', array_map(basename(...), glob("$cli->dir/tenants/*")));
show($cli->run(['fleet:status', 'tenants']), $cli, 'status');
echo $files(), "\n";
$process = $cli->start(['fleet', 'tenants'], [], [['pipe', 'r'], ['pipe', 'w'], ['pipe', 'w']], $pipes);
echo str_replace($cli->dir, 'DIR', fgets($pipes[2]));
proc_terminate($process);
stream_get_contents($pipes[2]);
proc_close($process);
echo $files(), "\n";
?>
--EXPECT--
status [2] There is no fleet in DIR/tenants/fleet.sqlite yet: run fleet first.
one
There are no tenants in DIR/tenants yet: a tenant is a folder in it that holds aco.sqlite, as config:init --state-dir makes it. It is taken up as soon as it is there.
fleet.sqlite one
