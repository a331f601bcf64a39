--TEST--
Items with wrong, odd and missing values: the extension and the mapping in PHP make the same of them
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/full_items.inc';
require __DIR__ . '/reference.inc';
require __DIR__ . '/mutate.inc';

foreach (Aco\Feed::cases() as $feed) {
    $random = new Random(20260101);
    $both = new Both($feed);
    $items = full_items()[$feed->value];
    $mapped = 0;
    for ($round = 0; $round < 1000; $round++) {
        $item = mutated($items[$round % count($items)], $random);
        $difference = $both->difference($item);
        $difference === null || complain("$feed->value, round $round: $difference");
        $mapped += (int) !str_starts_with($both->ours($item), 'refused');
    }
    // Neither all wrong nor all right: both ways are gone often.
    echo "$feed->value: ", $mapped > 100 && $mapped < 900 ? 'both outcomes' : "$mapped mapped", "\n";
}
?>
--EXPECT--
products: both outcomes
productAttributes: both outcomes
categories: both outcomes
prices: both outcomes
priceBooks: both outcomes
categoryAttributes: both outcomes
productLayers: both outcomes
