--TEST--
Products: stock and weight are JSON text in the first attribute
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

$cases = [
    'nothing' => [],
    'null' => ['inStock' => null, 'lowStock' => null, 'weight' => null, 'weightUnit' => null],
    'all' => ['weightUnit' => 'lbs', 'weight' => 0.25, 'lowStock' => false, 'inStock' => true],
    'flags as numbers' => ['inStock' => 1, 'lowStock' => '0'],
    'integral weight' => ['weight' => 12.0],
    'weight as text' => ['weight' => '1.250'],
    'unit' => ['weightUnit' => 'a/"b"é'],
    'the raw weightType is another field' => ['weightType' => '1'],
    'before all others' => ['attributes' => [['attributeCode' => '!', 'value' => 'x']]],
];
show_member(Aco\Feed::Products, 'attributes', $cases);
echo json_decode(
    json_decode(
        members(wire(Aco\Feed::Products, $cases['unit'] + LEAST['products']))['attributes'],
        true,
    )[0]['values'][0],
)
    ->weightType, "\n";
?>
--EXPECT--
nothing: [{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]}]
null: [{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]}]
all: [{"code":"aco_ac_attributes","values":["{\"inStock\":true,\"lowStock\":false,\"weight\":0.25,\"weightType\":\"lbs\"}"]}]
flags as numbers: [{"code":"aco_ac_attributes","values":["{\"inStock\":true,\"lowStock\":false,\"weight\":null,\"weightType\":null}"]}]
integral weight: [{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":12,\"weightType\":null}"]}]
weight as text: [{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":1.25,\"weightType\":null}"]}]
unit: [{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":\"a/\\\"b\\\"é\"}"]}]
the raw weightType is another field: [{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]}]
before all others: [{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]},{"code":"!","values":["x"]}]
a/"b"é
