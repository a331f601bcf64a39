--TEST--
sync: a first sync with more repeated items than can wait for its end goes on with the index of the ids
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();

$prices = static fn (int $from, int $to, float $regular): array => array_map(
    static fn (int $i): array => price("SKU-$i", $regular),
    range($from, $to),
);
$refused = static fn (int $i): array => ['regular' => -1] + price("SKU-$i");
$deleted = static fn (int $i): array => ['deleted' => true] + price("SKU-$i");

// A chunk has at most 8,000.
$path = $cli->write('prices.jsonl', [
    ...$prices(1, 9000, 10),
    // Some wait: their row is in the first chunk, or in the one that is read now.
    ...$prices(1, 500, 20),
    $refused(501),
    $deleted(502),
    ...array_map($refused, range(20001, 20299)),
    ...array_map($deleted, range(20301, 20400)),
    ...$prices(9001, 17000, 10),
    // Too many.
    ...$prices(8000, 10000, 30),
    ...$prices(1, 10, 40),
    ...$prices(17001, 18000, 10),
]);
$result = $cli->run(['sync', $path, '--json']);
echo 'exit code ', $result->code, "\n";

$expected = array_fill_keys(range(1, 18000), 10.0);
unset($expected[502]);
$expected = array_replace(
    $expected,
    array_fill_keys(array_diff(range(1, 500), [502]), 20.0),
    array_fill_keys(range(8000, 10000), 30.0),
    array_fill_keys(range(1, 10), 40.0),
);
$held = [];
foreach ($cli->held('prices') as $price) {
    $held[(int) substr($price['sku'], 4)] = (float) $price['regular'];
}
ksort($expected);
ksort($held);
check('the service holds the source', $held === $expected, array_slice(array_diff_assoc($held, $expected), 0, 5, true));

$rows = $cli->rows('cde_product_prices_feed');
check('one row an item', count($rows) === count(array_unique(array_column($rows, 'feed_id'))), count($rows));
$states = array_count_values(array_column($rows, 'status'));
ksort($states);
echo json_encode($states), "\n";
check('the index is there', (bool) $cli->pdo()->query(
    "SELECT COUNT(*) FROM sqlite_master WHERE name = 'cde_product_prices_feed_feed_id'"
)->fetchColumn());
echo json_encode($result->feed('prices')), "\n";
?>
--EXPECT--
exit code 1
the service holds the source: yes
one row an item: yes
{"200":18099,"400":300}
the index is there: yes
{"read":20912,"sent":20912,"accepted":20511,"deleted":101,"rejected":300}