--TEST--
sync: an item whose row is elsewhere does not keep the lines after it from being recognized
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Source\FeedInput;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\SqliteDialect;
use Aco\Cli\Sync\FeedReport;
use Aco\Cli\Sync\Recognition;
use Aco\Feed;
use Aco\MappedItem;
use Aco\Mapper;

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

// With the hashes gone, what is looked up by its id is sent again.
$forget = static fn (): int => $cli->pdo()->exec(
    'UPDATE ' . TABLE . " SET feed_hash = '" . str_repeat('0', 40) . "' || SUBSTR(feed_hash, 41)
    WHERE feed_data LIKE '%\"SKU-%'"
);
$forget();
echo 'recognized: ', json_encode($sync($items)), "\n";

// Many in the middle of the table: they and what is behind them are looked up in one chunk each.
$strays = array_map(static fn (int $i): array => price("EARLY-$i"), range(1, 900));
$sync($items = [...$strays, ...$items]);
array_push($items, ...array_map(static fn (int $i): array => price("SKU-$i"), range(16501, 40000)));
$sync($items);

$store = new FeedStore(Database::open(new SqliteDialect("$cli->state/aco.sqlite")));
$recognition = new Recognition(Feed::Prices, $store, $store->lastRow(Feed::Prices), null);
$report = new FeedReport(Feed::Prices);
$reader = FeedInput::file("$cli->dir/prices.jsonl")->open(new Mapper(Feed::Prices), 8000);
while (($chunk = $reader->next()) !== null) {
    $unknown = $recognition->unknown($chunk, $report);
    $ids = array_map(static fn (MappedItem $item): string => $item->document->id, $chunk->map($unknown));
    // In the order of the input, as staging finds them.
    $found = $store->lookup(Feed::Prices, array_values($ids));
    foreach ($ids as $id) {
        $recognition->advance($found[$id]->row);
    }
    printf("%d of %d\n", count($ids), count($chunk));
}
?>
--EXPECT--
new: {"read":16500,"sent":16500,"accepted":16500}
one more, near the beginning: {"read":16501,"unchanged":16500,"sent":1,"accepted":1}
recognized: {"read":16501,"unchanged":16501}
901 of 8000
0 of 8000
901 of 8000
0 of 8000
0 of 8000
0 of 901
