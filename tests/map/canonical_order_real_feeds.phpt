--TEST--
The order of keys and rows changes nothing for the items of a shop
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif_real_feeds.inc'; ?>
--FILE--
<?php
require __DIR__ . '/map.inc';
require __DIR__ . '/real_feeds.inc';
require __DIR__ . '/shuffle.inc';

$random = new Random(5);
foreach (Aco\Feed::cases() as $feed) {
    if ($feed->indexer() === '') {
        // Commerce exports none.
        continue;
    }
    foreach (real_items($feed->value) as $number => $item) {
        wire($feed, shuffled($item, $random)) === wire($feed, $item) || complain("$feed->value, line $number depends on the order");
    }
}
echo "done\n";
?>
--EXPECT--
done
