--TEST--
Product layers and attributes of categories: items of the shape of bodies, checked as the API's schema says
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/full_items.inc';

use Aco\Feed;
use Aco\Mapper;

echo wire(Feed::CategoryAttributes, full_items()['categoryAttributes'][0]), "\n";
echo wire(Feed::ProductLayers, full_product_layer()), "\n\n";

show_items(Feed::ProductLayers, [
    'least' => [],
    'null is absent' => array_fill_keys(['name', 'metaTags', 'attributes', 'images', 'links', 'externalIds'], null),
    'empty lists' => ['metaTags' => [], 'attributes' => [], 'images' => [null], 'links' => [], 'externalIds' => []],
    'members that a layer has not' => ['slug' => 'x', 'status' => 'ENABLED', 'routes' => [['path' => 'a']]],
    'order of a list' => ['links' => [['type' => 'b', 'sku' => '2'], ['type' => 'a', 'sku' => '1']]],
    'numbers as text' => ['name' => 1.5, 'attributes' => [['code' => 'c', 'values' => [7]]]],
    'without layer' => ['source' => ['locale' => 'en']],
    'empty layer' => ['source' => ['layer' => '']],
    'no source' => ['source' => 'en'],
    'attribute without values' => ['attributes' => [['code' => 'c']]],
    'image without address' => ['images' => [[], ['label' => 'x']]],
    'a value that is a list' => ['attributes' => [['code' => 'c', 'values' => ['a', ['b']]]]],
    'keywords that are text' => ['metaTags' => ['keywords' => 'a, b']],
    'link without SKU' => ['links' => [['type' => 'RELATED', 'sku' => '']]],
]);
echo "\n";
show_items(Feed::CategoryAttributes, [
    'without label' => ['label' => null],
    'without type' => ['dataType' => ''],
    'without store view' => ['source' => []],
]);
echo "\n";

$id = static fn (array $item): string => (new Mapper(Feed::ProductLayers))->map($item)->id;
var_dump(
    $id(['sku' => 'A', 'source' => ['layer' => 'l']]) === sha1("A\0l\0"),
    $id(['sku' => 'A', 'source' => ['layer' => 'l', 'locale' => 'en']]) === sha1("A\0l\0en"),
    (new Mapper(Feed::CategoryAttributes))->map(LEAST['categoryAttributes'])->id === sha1("season\0en"),
);
refused('message', static fn () => (new Mapper(Feed::ProductLayers))->map(['name' => []] + full_product_layer()));
?>
--EXPECT--
{"code":"season","source":{"locale":"en"},"label":"Season","dataType":"TEXT"}
{"sku":"A-1","source":{"locale":"en","layer":"winter"},"name":"Winter Tee","description":"<p>Warm</p>","shortDescription":"Warm","metaTags":{"title":"Winter","description":"Warm tee","keywords":["warm","tee"]},"attributes":[{"code":"color","values":["Red","3"],"variantReferenceId":"red"},{"code":"fit","values":[]}],"images":[{"url":"https://shop.example/w.jpg","label":"W","roles":["BASE","SMALL"],"customRoles":["hero"]},{"url":"https://shop.example/v.jpg"}],"links":[{"type":"RELATED","sku":"B"},{"type":"UPSELL","sku":"C"}],"externalIds":[{"id":"7","origin":"PIM"}]}

least: {"sku":"A","source":{"layer":"winter"}}
null is absent: {"sku":"A","source":{"layer":"winter"}}
empty lists: {"sku":"A","source":{"layer":"winter"}}
members that a layer has not: {"sku":"A","source":{"layer":"winter"}}
order of a list: {"sku":"A","source":{"layer":"winter"},"links":[{"type":"b","sku":"2"},{"type":"a","sku":"1"}]}
numbers as text: {"sku":"A","source":{"layer":"winter"},"name":"1.5","attributes":[{"code":"c","values":["7"]}]}
without layer: refused: source.layer is missing
empty layer: refused: source.layer is empty
no source: refused: source must be an array, string given
attribute without values: refused: attributes.0.values is missing
image without address: refused: images.0.url is missing
a value that is a list: refused: attributes.0.values.1 must be a string, array given
keywords that are text: refused: metaTags.keywords must be an array, string given
link without SKU: refused: links.0.sku is empty

without label: refused: label is missing
without type: refused: dataType is empty
without store view: refused: source.locale is missing

bool(true)
bool(true)
bool(true)
message: Aco\Exception\MappingException: productLayers item (sku "A-1", layer "winter", locale "en"): name must be a string, array given
