--TEST--
--quiet hides all but what is left to do: exit codes 1, 2 and 3 come with their sentence
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
file_put_contents("$cli->dir/prices.jsonl", json_encode(price('A')) . "\n");
$result = $cli->run(['-q', 'sync', 'prices.jsonl']);
check('done: nothing to say', $result->code === 0 && $result->out . $result->err === '', [
    $result->code,
    $result->out,
    $result->err,
]);
file_put_contents("$cli->dir/prices.jsonl", json_encode(['regular' => 'free'] + price('A')) . "\n");
$result = $cli->run(['-q', 'sync', 'prices.jsonl']);
check('items failed', $result->code === 1 && $result->out === '' && trim($result->err) !== '', [
    $result->code,
    $result->out,
    $result->err,
]);
$result = $cli->run(['-q', 'sync', 'nothing.jsonl']);
check('usage', $result->code === 2 && trim($result->err) !== '', [$result->code, $result->err]);
$cli->stopSandbox();
file_put_contents("$cli->dir/prices.jsonl", json_encode(price('B')) . "\n");
$result = $cli->run(['-q', 'sync', 'prices.jsonl']);
check('nothing delivered', $result->code === 3 && $result->out === '' && trim($result->err) !== '', [
    $result->code,
    $result->out,
    $result->err,
]);
?>
--EXPECT--
done: nothing to say: yes
items failed: yes
usage: yes
nothing delivered: yes
