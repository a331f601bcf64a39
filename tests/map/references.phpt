--TEST--
References and cycles in items are read through, and left alone
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/full_items.inc';

use Aco\Feed;

function referenced(array $fields): array
{
    foreach ($fields as $key => $value) {
        $copies[$key] = is_array($value) ? referenced($value) : $value;
        $references[$key] = &$copies[$key];
    }

    return $references ?? [];
}

foreach (Feed::cases() as $feed) {
    foreach (full_items()[$feed->value] as $item) {
        $referenced = referenced($item);
        wire($feed, $referenced) === wire($feed, $item) || complain("$feed->value: another body");
        wire($feed, ['deleted' => true] + $referenced) === wire($feed, ['deleted' => true] + $item)
            || complain("$feed->value: another delete body");
        $referenced == $item || complain("$feed->value: the item was changed");
    }
}

$status = '';
$item = LEAST['products'];
$item['status'] = &$status;
echo wire(Feed::Products, $item), "\n";
$null = null;
$item['status'] = 'Enabled';
$item['attributes'] = [&$null, ['attributeCode' => 'a', 'value' => [&$null, 'b'], 'valueId' => [&$null]]];
$item['metaTitle'] = &$null;
echo strstr(wire(Feed::Products, $item), '{"code":"a"'), "\n";

// Arrays that hold themselves: as a field that is not mapped, as a list of entries, as an entry, as a text.
$cycle = LEAST['products'];
$cycle['self'] = &$cycle;
echo substr(wire(Feed::Products, $cycle), 0, 20), "\n";
foreach (['attributes', 'images', 'links', 'categoryData', 'optionsV2', 'description'] as $field) {
    $cycle = LEAST['products'];
    $cycle[$field] = &$cycle;
    echo wire(Feed::Products, $cycle), "\n";
    unset($cycle);
}
$entry = ['sku' => 'S', 'attributeCode' => 'c', 'value' => 1, 'type' => 'configurable', 'id' => 'o'];
$entry['values'] = [&$entry];
$entry['resource'] = &$entry;
$entry['url'] = 'u';
$entry['categoryPath'] = 'p';
$lists = array_fill_keys(['attributes', 'images', 'links', 'categoryData', 'optionsV2'], [&$entry, &$entry]);
echo strstr(wire(Feed::Products, $lists + LEAST['products']), '{"code":"c"'), "\n";
?>
--EXPECT--
refused: status is empty
{"code":"a","values":["b"]}]}
{"sku":"A","source":
refused: attributes.0 must be an array, string given
refused: images.0 must be an array, string given
refused: links.0 must be an array, string given
refused: categoryData.0 must be an array, string given
refused: optionsV2.0 must be an array, string given
refused: description must be a string, array given
{"code":"c","values":["1"]},{"code":"c","values":["1"]}],"images":[{"url":"u"},{"url":"u"}],"links":[{"type":"CONFIGURABLE","sku":"S"},{"type":"CONFIGURABLE","sku":"S"}],"routes":[{"path":"p"},{"path":"p"}],"configurations":[{"attributeCode":"o","type":"CONFIGURABLE","values":[{"variantReferenceId":"o"}]},{"attributeCode":"o","type":"CONFIGURABLE","values":[{"variantReferenceId":"o"}]}]}
