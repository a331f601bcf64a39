--TEST--
Products: the whole body, and what is optional in it
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/full_items.inc';

echo wire(Aco\Feed::Products, full_product()), "\n\n";
show_items(Aco\Feed::Products, [
    'least' => [],
    'null is absent' => array_fill_keys(array_keys(array_diff_key(full_product(), LEAST['products'])), null),
    'texts' => ['description' => '', 'shortDescription' => "<p>a\nb</p>"],
    'fields that are not mapped' => [
        'url' => INF, 'variants' => new stdClass(), 'price' => [[]], 'image' => fopen('php://memory', 'r'), 0 => 1,
    ],
]);
echo "\n";
show_member(Aco\Feed::Products, 'externalIds', [
    'no id' => [],
    'number' => ['productId' => 1041],
    'text' => ['productId' => '1041'],
    'empty' => ['productId' => ''],
    '0' => ['productId' => 0],
]);
?>
--EXPECT--
{"sku":"A-1","source":{"locale":"en"},"name":"Luna Tee","slug":"luna-tee","status":"ENABLED","description":"<p>Tee</p>","shortDescription":"Tee","visibleIn":["CATALOG","SEARCH"],"metaTags":{"title":"Luna","description":"Cotton tee","keywords":["tee","cotton"]},"attributes":[{"code":"aco_ac_attributes","values":["{\"inStock\":true,\"lowStock\":false,\"weight\":0.25,\"weightType\":\"lbs\"}"]},{"code":"color","values":["Red","3","1.5","true"],"variantReferenceId":"red"},{"code":"fit","values":["slim"],"variantReferenceId":"7"},{"code":"news_to_date","values":[]},{"code":"size","values":["S"],"variantReferenceId":"c2l6ZQ=="}],"images":[{"url":"https://shop.example/a.jpg","label":"","roles":["BASE","SMALL","THUMBNAIL"]},{"url":"https://shop.example/b.jpg","label":"B","roles":["SWATCH"],"customRoles":["hide_from_pdp"]}],"links":[{"type":"RELATED","sku":"C"},{"type":"RELATED","sku":"D"},{"type":"UPSELL","sku":"B"},{"type":"IN_BUNDLE","sku":"R"},{"type":"IN_BUNDLE","sku":"Q"},{"type":"VARIANT_OF","sku":"P"}],"routes":[{"path":"sale","position":0},{"path":"women/tops","position":4}],"configurations":[{"attributeCode":"color","label":"Color","type":"SWATCH","defaultVariantReferenceId":"leaf","values":[{"variantReferenceId":"red","label":"Red","colorHex":"#cc0000"},{"variantReferenceId":"leaf","label":"Leaf","imageUrl":"https://shop.example/l.png"}]},{"attributeCode":"size","label":"Size","type":"CONFIGURABLE","values":[{"variantReferenceId":"c2l6ZQ==","label":"S"}]}],"bundles":[{"group":"8","required":false,"multiSelect":false,"items":[{"sku":"LID","qty":1.5}]},{"group":"Jar","required":true,"multiSelect":true,"defaultItemSkus":["JAR-1","JAR-2"],"items":[{"sku":"JAR-1","qty":1,"userDefinedQty":true},{"sku":"JAR-2","qty":2,"userDefinedQty":false}]}],"externalIds":[{"id":"1041","origin":"AdobeCommerce"}]}

least: {"sku":"A","source":{"locale":"en"},"name":"N","slug":"u","status":"ENABLED","visibleIn":[],"attributes":[{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]}]}
null is absent: {"sku":"A","source":{"locale":"en"},"name":"N","slug":"u","status":"ENABLED","visibleIn":[],"attributes":[{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]}]}
texts: {"sku":"A","source":{"locale":"en"},"name":"N","slug":"u","status":"ENABLED","description":"","shortDescription":"<p>a\nb</p>","visibleIn":[],"attributes":[{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]}]}
fields that are not mapped: {"sku":"A","source":{"locale":"en"},"name":"N","slug":"u","status":"ENABLED","visibleIn":[],"attributes":[{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]}]}

no id: left out
number: [{"id":"1041","origin":"AdobeCommerce"}]
text: [{"id":"1041","origin":"AdobeCommerce"}]
empty: left out
0: [{"id":"0","origin":"AdobeCommerce"}]
