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
$forget = static fn () => $cli->pdo()->exec(
    'UPDATE ' . TABLE . " SET feed_hash = '" . str_repeat('0', 40) . "' || SUBSTR(feed_hash, 41)"
);
$forget();
echo 'recognized: ', json_encode($sync($items)), "\n";

// Many in the middle of the table: only the chunks with them, and with what is behind them, have to be looked up.
$strays = array_map(static fn (int $i): array => price("EARLY-$i"), range(1, 900));
$sync($items = [...$strays, ...$items]);
array_push($items, ...array_map(static fn (int $i): array => price("SKU-$i"), range(16501, 40000)));
$sync($items);
$forget();
$sent = $sync($items)['sent'];
check('looked up', $sent >= 900 && $sent <= 2000, $sent);
?>
--EXPECT--
new: {"read":16500,"sent":16500,"accepted":16500}
one more, near the beginning: {"read":16501,"unchanged":16500,"sent":1,"accepted":1}
recognized: {"read":16501,"unchanged":16500,"sent":1,"accepted":1}
looked up: yes
