--TEST--
Products: bundles of bundle options
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

$option = static fn (array $fields): array => $fields
    + ['id' => '7', 'label' => 'Jar', 'type' => 'bundle', 'values' => [['sku' => 'J']]];
$options = static fn (array ...$options): array => ['optionsV2' => array_map($option, $options)];
$values = static fn (?array ...$values): array => $options(['values' => $values]);
show_member(Aco\Feed::Products, 'bundles', [
    'none' => [],
    'least' => $options([]),
    'required' => $options(['required' => true], ['required' => 0], ['required' => null]),
    'multi select' => $options(
        ['renderType' => 'checkbox'], ['renderType' => 'multi'], ['renderType' => 'radio'], ['renderType' => 'select'],
        ['renderType' => ''], ['renderType' => null]),
    'id in place of a label' => $options(['label' => null], ['label' => '', 'id' => 8]),
    'neither label nor id' => $options([], ['label' => '', 'id' => null]),
    'option without values' => $options(['values' => []], ['values' => null], [
        'values' => [null, [], ['sku' => ''], ['id' => 'x']],
    ]),
    'other types' => $options(['type' => 'bundle_fixed'], ['type' => 'configurable'], ['type' => 'custom_option']),
    'options by sort order' => $options(
        ['label' => 'c', 'sortOrder' => 2],
        ['label' => 'b', 'sortOrder' => '1'],
        ['label' => 'a'],
        ['label' => 'd', 'sortOrder' => 2],
    ),
    'item' => $values(['sku' => 'J', 'qty' => 2.0, 'qtyMutability' => true, 'label' => 'L', 'price' => 2.5]),
    'quantities' => $values(
        ['sku' => 'a', 'qty' => 0],
        ['sku' => 'b', 'qty' => 1.5],
        ['sku' => 'c', 'qty' => '2.50'],
        ['sku' => 'd', 'qtyMutability' => 0],
    ),
    'items by sort order' => $values(
        ['sku' => 'c', 'sortOrder' => 10],
        ['sku' => 'b', 'sortOrder' => 9],
        ['sku' => 'a'],
        ['sku' => 'd', 'sortOrder' => 9],
    ),
    'defaults in sort order' => $values(
        ['sku' => 'b', 'sortOrder' => 2, 'isDefault' => true], ['sku' => 'x', 'isDefault' => 0],
        ['sku' => 'a', 'sortOrder' => 1, 'isDefault' => 1]),
]);
echo "\n", wire(Aco\Feed::Products, [
    'optionsV2' => [$option([]), ['type' => 'configurable', 'values' => [['id' => 'v']]] + $option([])],
    'productId' => 5,
]
    + LEAST['products']), "\n";
?>
--EXPECT--
none: left out
least: [{"group":"Jar","items":[{"sku":"J"}]}]
required: [{"group":"Jar","required":true,"items":[{"sku":"J"}]},{"group":"Jar","required":false,"items":[{"sku":"J"}]},{"group":"Jar","items":[{"sku":"J"}]}]
multi select: [{"group":"Jar","multiSelect":true,"items":[{"sku":"J"}]},{"group":"Jar","multiSelect":true,"items":[{"sku":"J"}]},{"group":"Jar","multiSelect":false,"items":[{"sku":"J"}]},{"group":"Jar","multiSelect":false,"items":[{"sku":"J"}]},{"group":"Jar","multiSelect":false,"items":[{"sku":"J"}]},{"group":"Jar","items":[{"sku":"J"}]}]
id in place of a label: [{"group":"7","items":[{"sku":"J"}]},{"group":"8","items":[{"sku":"J"}]}]
neither label nor id: refused: optionsV2.1.label is missing, and so is the id that could stand in
option without values: left out
other types: left out
options by sort order: [{"group":"a","items":[{"sku":"J"}]},{"group":"b","items":[{"sku":"J"}]},{"group":"c","items":[{"sku":"J"}]},{"group":"d","items":[{"sku":"J"}]}]
item: [{"group":"Jar","items":[{"sku":"J","qty":2,"userDefinedQty":true}]}]
quantities: [{"group":"Jar","items":[{"sku":"a","qty":0},{"sku":"b","qty":1.5},{"sku":"c","qty":2.5},{"sku":"d","userDefinedQty":false}]}]
items by sort order: [{"group":"Jar","items":[{"sku":"a"},{"sku":"b"},{"sku":"d"},{"sku":"c"}]}]
defaults in sort order: [{"group":"Jar","defaultItemSkus":["a","b"],"items":[{"sku":"x"},{"sku":"a"},{"sku":"b"}]}]

{"sku":"A","source":{"locale":"en"},"name":"N","slug":"u","status":"ENABLED","visibleIn":[],"attributes":[{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]}],"configurations":[{"attributeCode":"7","label":"Jar","type":"CONFIGURABLE","values":[{"variantReferenceId":"v"}]}],"bundles":[{"group":"Jar","items":[{"sku":"J"}]}],"externalIds":[{"id":"5","origin":"AdobeCommerce"}]}
