--TEST--
Sample catalog: every kind of product, and the cases a mapper has to know
--SKIPIF--
<?php require __DIR__ . "/skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/sample.inc';

use Aco\Sample\Catalog;

/* As json_encode() writes them. */
const PIECES = [
    'ß' => 'ß',
    'é' => 'é',
    'combining accent' => "a\u{301}",
    'quote' => '\"',
    'apostrophe' => "'",
    'tab' => '\t',
    'newline' => '\n',
    'carriage return' => '\r',
    'slash' => '\/',
    'backslash' => '\\\\',
    'entity' => '&amp;',
    'no-break space' => "\u{a0}",
    'line separator' => '\u2028',
    'emoji' => '🥾',
];

$seen = [];
foreach ((new Catalog(400))->items('products') as $item) {
    $seen["type $item[type]"] = true;
    $seen["visibility $item[visibility]"] = true;
    $seen["status $item[status]"] = true;
    $seen['stock ' . ($item['inStock'] ? 'in' : 'out')] = true;
    $values = null;
    foreach ($item['optionsV2'] ?? [] as $option) {
        if ($option['values'] === null) {
            $seen["$option[type] option without values"] = true;
        }
        if (isset($option['swatchType'])) {
            $seen['swatch ' . json_decode($option['swatchType'], true)['swatch_input_type']] = true;
        }
        foreach ($option['values'] ?? [] as $value) {
            $value['colorHex'] !== null && $seen['swatch colour'] = true;
            $value['imageUrl'] !== null && $seen['swatch image'] = true;
            $value['qty'] !== null && fmod($value['qty'], 1.0) !== 0.0 && $seen['fractional part'] = true;
        }
        $option['type'] === 'bundle' && !isset($option['label']) && $seen['bundle option without label'] = true;
    }
    $orders = array_column($item['images'] ?? [], 'sortOrder');
    $sorted = $orders;
    sort($sorted, SORT_NUMERIC);
    $orders !== $sorted && $seen['images out of order'] = true;
    $item['images'] === null && $seen['no images'] = true;
    count(explode('/', $item['categoryData'][0]['categoryPath'] ?? '')) === 4
        && $seen['four levels of categories'] = true;
    foreach ($item['links'] ?? [] as $link) {
        isset($link['type']) || $seen['link without type'] = true;
    }
    count($item['parents'] ?? []) > 1 && $seen['several parents'] = true;
    $text = json_encode($item, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
    foreach (PIECES as $name => $piece) {
        str_contains($text, $piece) && $seen["text with $name"] = true;
    }
}
ksort($seen, SORT_STRING);
echo implode("\n", array_keys($seen)), "\n";
?>
--EXPECT--
bundle option without label
bundle option without values
configurable option without values
four levels of categories
fractional part
grouped option without values
images out of order
link without type
no images
several parents
status Disabled
status Enabled
stock in
stock out
swatch colour
swatch image
swatch text
swatch visual
text with apostrophe
text with backslash
text with carriage return
text with combining accent
text with emoji
text with entity
text with line separator
text with newline
text with no-break space
text with quote
text with slash
text with tab
text with ß
text with é
type bundle
type bundle_fixed
type configurable
type downloadable
type grouped
type simple
type virtual
visibility Catalog
visibility Catalog, Search
visibility Not Visible Individually
visibility Search
