--TEST--
sync: of equal identities in one input the last wins, near and far
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();

$others = products(1200);
$input = [
    product('NEAR', ['name' => 'first']),
    product('NEAR', ['name' => 'last']),
    product('FAR', ['name' => 'first']),
    product('BACK', ['name' => 'one']),
    product('SAME', ['name' => 'same']),
    product('GONE'),
    product('BAD', ['name' => 'good']),
    ...array_slice($others, 0, 600),
    product('FAR', ['name' => 'last']),
    product('BACK', ['name' => 'two']),
    product('SAME', ['name' => 'same']),
    ['deleted' => true] + product('GONE'),
    ...array_slice($others, 600),
    product('BACK', ['name' => 'one']),
    ['name' => null] + product('BAD'),
];
$path = $cli->write('products.jsonl', $input);
$result = $cli->run(['sync', $path, '--json']);
echo 'exit code ', $result->code, "\n";
$held = array_column($cli->held('products'), 'name', 'sku');
foreach (['NEAR', 'FAR', 'BACK', 'SAME', 'GONE'] as $sku) {
    echo "$sku: ", $held[$sku] ?? 'not held', "\n";
}
check('all others', count(array_intersect_key($held, array_column($others, null, 'sku'))) === 1200);
$status = array_column($cli->rows('cde_products_feed'), 'status', 'feed_id');
check('all settled', array_diff($status, [200, 400]) === [], array_count_values($status));
check('the refused one', $status[sha1("BAD\0default")] === 400);

$hashes = array_column($cli->rows('cde_products_feed'), 'feed_hash', 'feed_id');
check('row of the last version', $hashes[sha1("FAR\0default")] !== $hashes[sha1("BACK\0default")]
    && $cli->run(['sync', '--feed=products', '-', '--json'], [], lines([$input[2 + 5 + 600]]))->feed('products')
        === ['read' => 1, 'unchanged' => 1]);
?>
--EXPECT--
exit code 1
NEAR: last
FAR: last
BACK: one
SAME: same
GONE: not held
all others: yes
all settled: yes
the refused one: yes
row of the last version: yes
