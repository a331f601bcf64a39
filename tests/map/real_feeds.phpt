--TEST--
The items of a shop map, and as the mapping in PHP maps them
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif_real_feeds.inc'; ?>
--FILE--
<?php
require __DIR__ . '/reference.inc';
require __DIR__ . '/map.inc';
require __DIR__ . '/real_feeds.inc';

foreach (Aco\Feed::cases() as $feed) {
    if ($feed->indexer() === '') {
        // Commerce exports none.
        continue;
    }
    $both = new Both($feed);
    $documents = $skipped = 0;
    foreach (real_items($feed->value) as $item) {
        $difference = $both->difference($item);
        $difference === null || complain("$feed->value: $difference");
        $wire = wire($feed, $item);
        if ($wire === 'null') {
            $skipped++;
        } elseif ($wire[0] === '{') {
            $documents++;
        } else {
            complain("$feed->value: $wire");
        }
        // A composite without anything to sell is the only reason to take a product offline that is not.
        if (
            $feed === Aco\Feed::Products
            && $item['status'] === 'Enabled'
            && str_contains($wire, '"status":"DISABLED"')
        ) {
            echo "disabled: $item[sku] in $item[storeViewCode]\n";
        }
    }
    echo "$feed->value: $documents, never submitted: $skipped\n";
}
?>
--EXPECT--
disabled: WP13 in default
disabled: WP13 in fr
products: 5120, never submitted: 0
productAttributes: 255, never submitted: 0
categories: 114, never submitted: 3
prices: 4814, never submitted: 0
priceBooks: 10, never submitted: 0
