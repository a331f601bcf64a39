--TEST--
Products: attributes by code, their values as strings
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

function show_attributes(array $cases): void
{
    foreach ($cases as $name => $attributes) {
        $wire = wire(Aco\Feed::Products, ['attributes' => $attributes] + LEAST['products']);
        $all = members($wire)['attributes'] ?? $wire;
        // What is in front of them is the subject of another test.
        echo "$name: ", preg_replace('~^\[\{"code":"aco_ac_attributes","values":\["[^}]*}"\]\},?~', '[', $all), "\n";
    }
}

$value = static fn (mixed $value): array => [['attributeCode' => 'c', 'value' => $value]];
show_attributes([
    'none' => [],
    'null' => null,
    'no value' => [['attributeCode' => 'c']],
    'value null' => $value(null),
    'no members' => $value([]),
    'one' => $value(['Red']),
    'several in given order' => $value(['Red', 'Blue', 'Red']),
    'nulls are no values' => $value([null, 'Red', null]),
    'empty text is a value' => $value(['']),
    'scalar' => $value('Red'),
    'numbers' => $value([1, -0.5, 12.0, 9007199254740993]),
    'scalar numbers' => [['attributeCode' => 'a', 'value' => 5], ['attributeCode' => 'b', 'value' => 0.1]],
    'booleans' => $value([true, false]),
    'scalar booleans' => [['attributeCode' => 'a', 'value' => true], ['attributeCode' => 'b', 'value' => false]],
    'JSON text' => $value(['{"a":"b/c"}']),
    'keys of values say nothing' => $value(['x' => 'a', 7 => 'b']),
]);
echo "\n";
$codes = static fn (string|int|null ...$codes): array => array_map(
    static fn (string|int|null $code): array => ['attributeCode' => $code, 'value' => []],
    $codes,
);
show_attributes([
    'by bytes of the code' => $codes('b', 'a', 'B', 'ab', 'a_', 'é', 'attribute_10', 'attribute_1', 'attribute_9'),
    'same code, in given order' => [['attributeCode' => 'c', 'value' => '2'], ['attributeCode' => 'c', 'value' => '1']],
    'number as code' => $codes('2', 10),
    'without code' => [null, [], ['value' => 'x'], ...$codes('', null)],
    'reserved' => $codes('inStock', 'lowStock', 'weight', 'weightType', 'weightUnit', 'instock'),
]);
?>
--EXPECT--
none: []
null: []
no value: [{"code":"c","values":[]}]
value null: [{"code":"c","values":[]}]
no members: [{"code":"c","values":[]}]
one: [{"code":"c","values":["Red"]}]
several in given order: [{"code":"c","values":["Red","Blue","Red"]}]
nulls are no values: [{"code":"c","values":["Red"]}]
empty text is a value: [{"code":"c","values":[""]}]
scalar: [{"code":"c","values":["Red"]}]
numbers: [{"code":"c","values":["1","-0.5","12","9007199254740993"]}]
scalar numbers: [{"code":"a","values":["5"]},{"code":"b","values":["0.1"]}]
booleans: [{"code":"c","values":["true","false"]}]
scalar booleans: [{"code":"a","values":["true"]},{"code":"b","values":["false"]}]
JSON text: [{"code":"c","values":["{\"a\":\"b/c\"}"]}]
keys of values say nothing: [{"code":"c","values":["a","b"]}]

by bytes of the code: [{"code":"B","values":[]},{"code":"a","values":[]},{"code":"a_","values":[]},{"code":"ab","values":[]},{"code":"attribute_1","values":[]},{"code":"attribute_10","values":[]},{"code":"attribute_9","values":[]},{"code":"b","values":[]},{"code":"é","values":[]}]
same code, in given order: [{"code":"c","values":["2"]},{"code":"c","values":["1"]}]
number as code: [{"code":"10","values":[]},{"code":"2","values":[]}]
without code: []
reserved: [{"code":"instock","values":[]},{"code":"weightUnit","values":[]}]
