--TEST--
sync: one at a time for a database
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
$path = $cli->write('products.jsonl', products(1));
$null = fopen('/dev/null', 'r+');

// The first one waits for its standard input.
$first = $cli->start(['sync', '--feed=products', '-'], [], [['pipe', 'r'], $null, $null], $pipes);
wait_for(static fn (): bool => trim((string) @file_get_contents("$cli->state/aco.sqlite.lock")) !== '');
$pid = proc_get_status($first)['pid'];
$second = $cli->run(['sync', $path]);
echo $second->code, ' ', str_replace([$cli->dir, "process $pid"], ['DIR', 'process PID'], $second->err);
check('status works meanwhile', $cli->run(['status'])->code === 0);
check('another database works', (new Cli())->run(['status'])->code === 2);

fwrite($pipes[0], lines([product('FIRST')]));
fclose($pipes[0]);
echo 'first: ', proc_close($first), "\n";
echo 'then: ', $cli->run(['sync', $path])->code, "\n";
echo json_encode(array_column($cli->held('products'), 'sku')), "\n";
?>
--EXPECT--
2 Another sync (process PID) is working on DIR/state/aco.sqlite: wait until it has finished.
status works meanwhile: yes
another database works: yes
first: 0
then: 0
["FIRST","SKU-00001"]
