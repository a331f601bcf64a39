--TEST--
sync: an item whose row is elsewhere does not keep the lines after it from being recognized
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

const TABLE = 'cde_product_prices_feed';

$cli = (new Cli())->startSandbox();
$cli->init();
$sync = static fn (array $items): array => $cli->run(['sync', $cli->write('prices.jsonl', $items), '--json'])
    ->feed('prices');

// Three chunks.
$items = array_map(static fn (int $i): array => price("SKU-$i", $i % 100), range(1, 16500));
echo 'new: ', json_encode($sync($items)), "\n";
array_splice($items, 100, 0, [price('LATE', 5)]);
echo 'one more, near the beginning: ', json_encode($sync($items)), "\n";

// With the hashes gone, what is looked up by its id is sent again: only its own.
$cli->pdo()->exec('UPDATE ' . TABLE . " SET feed_hash = '" . str_repeat('0', 40) . "' || SUBSTR(feed_hash, 41)");
echo 'recognized: ', json_encode($sync($items)), "\n";
?>
--EXPECT--
new: {"read":16500,"sent":16500,"accepted":16500}
one more, near the beginning: {"read":16501,"unchanged":16500,"sent":1,"accepted":1}
recognized: {"read":16501,"unchanged":16500,"sent":1,"accepted":1}
