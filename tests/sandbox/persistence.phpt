--TEST--
Sandbox: a data file keeps the entities over a restart
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$file = __DIR__ . '/persistence.sqlite';
@unlink($file);
$price = fn (string $sku) => ['sku' => $sku, 'priceBookId' => 'main', 'regular' => 10.0];
$skus = fn (stdClass $sandbox) => implode(' ', array_column(sandbox_entities($sandbox, 'prices'), 'sku'));

$first = sandbox_start(['--data', $file]);
sandbox_post($first, '/v1/catalog/products/prices', [$price('A'), $price('B')]);
echo 'stopped: ', sandbox_stop($first), "\n";

$second = sandbox_start(['--data', $file]);
echo $skus($second), "\n";
echo 'old token: ',
    sandbox_post($second, '/v1/catalog/products', [], 'POST', ['Authorization' => 'Bearer ' . $first->token])->status,
    "\n";
sandbox_post($second, '/v1/catalog/products/prices', [$price('C')]);
proc_terminate($second->process, 9);
sandbox_wait($second);

$third = sandbox_start(['--data', $file]);
echo 'after a kill: ', $skus($third), "\n";
sandbox_stop($third);

$forgetful = sandbox_start();
echo 'without a file: ', count(sandbox_entities($forgetful, 'prices')), "\n";
?>
--CLEAN--
<?php @unlink(__DIR__ . "/persistence.sqlite"); ?>
--EXPECT--
stopped: 0
A B
old token: 401
after a kill: A B C
without a file: 0
