--TEST--
Sandbox: the fault reject-items rejects chosen items, and the same ones again
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start([
    '--fault', '{"match":{"path":"/prices$"},"fault":{"type":"reject-items","keys":["S3"],"every":5,"message":"No."}}',
]);
$price = fn (int $n) => ['sku' => "S$n", 'priceBookId' => 'main', 'regular' => 1];
$send = fn (array $numbers) => sandbox_post($sandbox, '/v1/catalog/products/prices', array_map($price, $numbers));

echo sandbox_summary($send(range(1, 10))), "\n";
echo sandbox_summary($send([1, 2, 4, 6, 7, 8, 9, 10])), "\n";
echo sandbox_summary($send([1, 2, 4, 7, 8, 9, 10])), "\n";
echo sandbox_summary($send([6])), "\n";
echo implode(' ', array_column(sandbox_entities($sandbox, 'prices'), 'sku')), "\n";
?>
--EXPECT--
400 Items validation failed for 2 items
    2 sku: No. [S3]
    5 sku: No. [S6]
400 Items validation failed for 1 item
    3 sku: No. [S6]
200 ACCEPTED 7
400 Items validation failed for 1 item
    0 sku: No. [S6]
S1 S10 S2 S4 S7 S8 S9
