--TEST--
Products: links by type and SKU, then the parents
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

$links = static fn (array ...$links): array => ['links' => array_map(
    static fn (array $link): array => ['type' => $link[0], 'sku' => $link[1]],
    $links,
)];
$parents = static fn (array ...$parents): array => ['parents' => array_map(
    static fn (array $parent): array => ['productType' => $parent[0], 'sku' => $parent[1]],
    $parents,
)];
show_member(Aco\Feed::Products, 'links', [
    'none' => [],
    'null' => ['links' => null, 'parents' => null],
    'empty' => ['links' => [], 'parents' => []],
    'one' => $links(['related', 'B']),
    'type in upper case' => $links(['cross-Sell é', 'B']),
    'by type, then SKU' => $links(
        ['upsell', 'B'],
        ['related', 'b'],
        ['crosssell', 'Z'],
        ['Related', 'C'],
        ['related', 'B10'],
        ['related', 'B9'],
    ),
    'without type or SKU' => ['links' => [null, [], ['type' => 'related'], ['sku' => 'B'], ['type' => '', 'sku' => 'B'],
        ['type' => 'related', 'sku' => ''], ['type' => null, 'sku' => null]]],
    'number as SKU' => $links(['related', 24]),
    'parents' => $parents(['configurable', 'P'], ['bundle', 'Q'], ['bundle_fixed', 'R']),
    'parents by SKU' => $parents(['configurable', 'P2'], ['configurable', 'P1']),
    'other parents' =>
        $parents(['grouped', 'P'], ['simple', 'Q'], ['', 'R'], ['configurable', ''], ['configurables', 'S']),
    'links first' => $parents(['bundle', 'A']) + $links(['upsell', 'Z']),
]);
?>
--EXPECT--
none: left out
null: left out
empty: left out
one: [{"type":"RELATED","sku":"B"}]
type in upper case: [{"type":"CROSS-SELL é","sku":"B"}]
by type, then SKU: [{"type":"CROSSSELL","sku":"Z"},{"type":"RELATED","sku":"B10"},{"type":"RELATED","sku":"B9"},{"type":"RELATED","sku":"C"},{"type":"RELATED","sku":"b"},{"type":"UPSELL","sku":"B"}]
without type or SKU: left out
number as SKU: [{"type":"RELATED","sku":"24"}]
parents: [{"type":"IN_BUNDLE","sku":"Q"},{"type":"IN_BUNDLE","sku":"R"},{"type":"VARIANT_OF","sku":"P"}]
parents by SKU: [{"type":"VARIANT_OF","sku":"P1"},{"type":"VARIANT_OF","sku":"P2"}]
other parents: left out
links first: [{"type":"UPSELL","sku":"Z"},{"type":"IN_BUNDLE","sku":"A"}]
