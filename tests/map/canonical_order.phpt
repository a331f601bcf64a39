--TEST--
The order of keys and rows in an item changes nothing
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/full_items.inc';
require __DIR__ . '/reference.inc';
require __DIR__ . '/shuffle.inc';

/* More rows than any sort handles in its simplest way, with many ties. */
function large_items(Random $random): array
{
    $rows = static fn (int $count, callable $row): array => array_map($row, range(1, $count));
    $order = static fn (): int|string|float|null => $random->of([
        null, 0, 1, '1', 2.0, -3, '7', PHP_INT_MAX, PHP_INT_MIN,
    ]);

    return [
        'products' => [[
            'attributes' => $rows(120, static fn (int $i): array => [
                'attributeCode' => $random->of(['', 'a', 'ab', 'B', 'attribute_code_', 'é']) . $random->below(40),
                'value' => [$i],
            ]),
            'images' => $rows(80, static fn (int $i): array => [
                'resource' => ['url' => "https://shop.example/$i.jpg", 'roles' => ['image']], 'sortOrder' => $order(),
            ]),
            'links' => $rows(90, static fn (int $i): array => [
                'type' => $random->of(['related', 'upsell', 'UPSELL2']),
                'sku' => "S$i",
            ]),
            'parents' => $rows(40, static fn (int $i): array => [
                'productType' => $random->of(['configurable', 'bundle']),
                'sku' => "S$i",
            ]),
            'categoryData' => $rows(70, static fn (int $i): array => [
                'categoryPath' => 'women/' . $random->below(50), 'productPosition' => $i,
            ]),
            'optionsV2' => $rows(40, static fn (int $i): array => [
                'id' => "o$i", 'type' => $random->of(['configurable', 'bundle', 'custom_option']),
                'sortOrder' => $order(),
                'values' => $rows(1 + $random->below(60), static fn (int $n): array => [
                    'id' => "v$n", 'sku' => "S$n", 'sortOrder' => $order(), 'isDefault' => $random->below(4) === 0,
                ]),
            ]),
        ]],
        'prices' => [[
            'discounts' => $rows(50, static fn (int $i): array => ['code' => 'c' . $random->below(20), 'price' => $i]),
            'tierPrices' => $rows(50, static fn (int $i): array => [
                'qty' => $random->of([1, '1', 2.5, -1, -0.0, 0.0, 1e300, 7, '7.25']), 'price' => $i,
            ]),
        ]],
    ];
}

$random = new Random(4);
foreach (Aco\Feed::cases() as $feed) {
    if ($feed === Aco\Feed::ProductLayers) {
        // Its items have the shape of bodies: the order of their lists is the one that is wanted.
        continue;
    }
    $both = new Both($feed);
    $items = full_items()[$feed->value];
    foreach (large_items($random)[$feed->value] ?? [] as $item) {
        $items[] = $item + LEAST[$feed->value];
    }
    foreach ($items as $number => $item) {
        $expected = $both->ours($item);
        $both->difference($item) === null || complain("$feed->value, item $number: " . $both->difference($item));
        for ($round = 0; $round < 50; $round++) {
            $both->ours(shuffled($item, $random)) === $expected || complain("$feed->value, item $number depends on the order");
        }
    }
    echo "$feed->value: ", count($items), "\n";
}
?>
--EXPECT--
products: 2
productAttributes: 1
categories: 1
prices: 3
priceBooks: 3
categoryAttributes: 1
