--TEST--
Products: configurations of configurable options
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

$option = static fn (array $fields): array => $fields
    + ['id' => 'color', 'type' => 'configurable', 'values' => [['id' => 'v']]];
$options = static fn (array ...$options): array => ['optionsV2' => array_map($option, $options)];
$values = static fn (?array ...$values): array => $options(['values' => $values]);
show_member(Aco\Feed::Products, 'configurations', [
    'none' => [],
    'null' => ['optionsV2' => null],
    'least' => $options([]),
    'on any type of product' => ['type' => 'simple'] + $options([]),
    'label' => $options(['label' => 'Color']),
    'swatch' => $options(['swatchType' => '{"swatch_input_type":"visual"}']),
    'no swatch' => $options(['swatchType' => '']),
    'option without values' => $options(['values' => []], ['values' => null], ['values' => [null]], ['values' => [[
        'label' => 'no id',
    ]]]),
    'option without id' => $options(['id' => null], ['id' => '']),
    'other types' => $options(['type' => 'custom_option'], ['type' => 'downloadable'], ['type' => 'grouped'], [
        'type' => null,
    ]),
    'options by sort order' => $options(
        ['id' => 'c', 'sortOrder' => 2],
        ['id' => 'b', 'sortOrder' => '1'],
        ['id' => 'a'],
        ['id' => 'd', 'sortOrder' => 2],
    ),
    'value' => $values([
        'id' => 'v', 'label' => 'Red', 'colorHex' => '#c00', 'imageUrl' => 'https://shop.example/r.png', 'sku' => 'S',
        'qty' => 1,
    ]),
    'value with empty texts' => $values(['id' => 'v', 'label' => '', 'colorHex' => '', 'imageUrl' => '']),
    'values without id' => $values(['id' => 'v'], null, [], ['id' => null, 'label' => 'x'], ['id' => '']),
    'ids as numbers' => $options(['id' => 93, 'values' => [['id' => 52]]]),
    'values by sort order' => $values(
        ['id' => 'c', 'sortOrder' => 10],
        ['id' => 'b', 'sortOrder' => 9],
        ['id' => 'a'],
        ['id' => 'd', 'sortOrder' => 9],
    ),
    'default' => $values(['id' => 'a', 'isDefault' => false], ['id' => 'b', 'isDefault' => true]),
    'first default in sort order' => $values(
        ['id' => 'a', 'sortOrder' => 2, 'isDefault' => 1],
        ['id' => 'b', 'sortOrder' => 1, 'isDefault' => '1'],
    ),
]);
echo wire(Aco\Feed::Products, $options([]) + LEAST['products']), "\n";
?>
--EXPECT--
none: left out
null: left out
least: [{"attributeCode":"color","type":"CONFIGURABLE","values":[{"variantReferenceId":"v"}]}]
on any type of product: [{"attributeCode":"color","type":"CONFIGURABLE","values":[{"variantReferenceId":"v"}]}]
label: [{"attributeCode":"color","label":"Color","type":"CONFIGURABLE","values":[{"variantReferenceId":"v"}]}]
swatch: [{"attributeCode":"color","type":"SWATCH","values":[{"variantReferenceId":"v"}]}]
no swatch: [{"attributeCode":"color","type":"CONFIGURABLE","values":[{"variantReferenceId":"v"}]}]
option without values: left out
option without id: left out
other types: left out
options by sort order: [{"attributeCode":"a","type":"CONFIGURABLE","values":[{"variantReferenceId":"v"}]},{"attributeCode":"b","type":"CONFIGURABLE","values":[{"variantReferenceId":"v"}]},{"attributeCode":"c","type":"CONFIGURABLE","values":[{"variantReferenceId":"v"}]},{"attributeCode":"d","type":"CONFIGURABLE","values":[{"variantReferenceId":"v"}]}]
value: [{"attributeCode":"color","type":"CONFIGURABLE","values":[{"variantReferenceId":"v","label":"Red","colorHex":"#c00","imageUrl":"https://shop.example/r.png"}]}]
value with empty texts: [{"attributeCode":"color","type":"CONFIGURABLE","values":[{"variantReferenceId":"v","label":"","colorHex":"","imageUrl":""}]}]
values without id: [{"attributeCode":"color","type":"CONFIGURABLE","values":[{"variantReferenceId":"v"}]}]
ids as numbers: [{"attributeCode":"93","type":"CONFIGURABLE","values":[{"variantReferenceId":"52"}]}]
values by sort order: [{"attributeCode":"color","type":"CONFIGURABLE","values":[{"variantReferenceId":"a"},{"variantReferenceId":"b"},{"variantReferenceId":"d"},{"variantReferenceId":"c"}]}]
default: [{"attributeCode":"color","type":"CONFIGURABLE","defaultVariantReferenceId":"b","values":[{"variantReferenceId":"a"},{"variantReferenceId":"b"}]}]
first default in sort order: [{"attributeCode":"color","type":"CONFIGURABLE","defaultVariantReferenceId":"b","values":[{"variantReferenceId":"b"},{"variantReferenceId":"a"}]}]
{"sku":"A","source":{"locale":"en"},"name":"N","slug":"u","status":"ENABLED","visibleIn":[],"attributes":[{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]}],"configurations":[{"attributeCode":"color","type":"CONFIGURABLE","values":[{"variantReferenceId":"v"}]}]}
