--TEST--
FeedWriter: items of all kinds, in statements of all sizes, are written while the table has no index of the ids
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Store\Database;
use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\SqliteDialect;
use Aco\Cli\Store\Status;
use Aco\Feed;

$folder = scratch();
$database = Database::open(new SqliteDialect("$folder/aco.sqlite"));
$store = new FeedStore($database);
$writer = $store->writer(Feed::Prices);
$rows = static fn (): array => $database->pdo()
    ->query('SELECT id, feed_id, status, source_entity_id, feed_data, feed_hash FROM cde_product_prices_feed ORDER BY id')
    ->fetchAll();

$number = 0;
$expected = [];
$writer->beginLoad();
foreach ([1, 1, 2, 3, 12, 13, 50, 51, 120] as $count) {
    $items = [];
    for ($i = 0; $i < $count; $i++) {
        $id = sha1((string) ++$number);
        $items[$id] = [$id, $number, "body $number", "hash $number", "delete $number"];
        $expected[] = [$number, $id, Status::TO_SEND, $number, "body $number", "hash $number"];
    }
    $ids = $writer->stageNew($items)->ids;
    check("$count new", array_keys($ids) === array_keys($items) && end($ids) === $number, $ids);

    $id = sha1((string) ++$number);
    $expected[] = [$number, $id, Status::REJECTED, 7, '{}', 'hash'];
    $staged = $writer->stage([5 => new FeedRow($id, 7, false, Status::REJECTED, '{}', 'hash', 'why')]);
    $staged->ids === [5 => $number] || check('one refused', false, $staged);
}
$writer->stage([new FeedRow(sha1('1'), 9, false, Status::REJECTED, '{"known":1}', 'other', 'why', id: 1)]);
$expected[0] = [1, sha1('1'), Status::REJECTED, 9, '{"known":1}', 'other'];
$writer->endLoad();
check('rows', $rows() === $expected);

$again = $writer->stageNew([
    'known' => [sha1('1'), 1, 'other body', 'other hash', 'other delete'],
    'new' => [sha1('new'), 1, 'body', 'hash', 'delete'],
]);
check('what is there is left alone', array_keys($again->ids) === ['new'] && $rows()[0] === $expected[0]);
?>
--EXPECT--
1 new: yes
1 new: yes
2 new: yes
3 new: yes
12 new: yes
13 new: yes
50 new: yes
51 new: yes
120 new: yes
rows: yes
what is there is left alone: yes
