--TEST--
Products: the option value that an attribute of a variant refers to
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

$cases = [
    'none' => [],
    'null' => ['variantReferenceId' => null, 'valueId' => null],
    'explicit' => ['variantReferenceId' => 'e'],
    'value id' => ['valueId' => ['v']],
    'explicit before value id' => ['valueId' => ['v'], 'variantReferenceId' => 'e'],
    'first of several' => ['valueId' => ['v', 'w']],
    'first that is not null' => ['valueId' => [null, 'w']],
    'no value ids' => ['valueId' => []],
    'only nulls' => ['valueId' => [null]],
    'scalar' => ['valueId' => 'v'],
    'numbers' => ['valueId' => [52, 53]],
    'explicit number' => ['variantReferenceId' => 52],
    'explicit list' => ['variantReferenceId' => ['e']],
    'boolean' => ['valueId' => [true]],
];
foreach ($cases as $name => $fields) {
    $wire = wire(
        Aco\Feed::Products,
        ['attributes' => [['attributeCode' => 'size', 'value' => ['S']] + $fields]] + LEAST['products'],
    );
    echo "$name: ", $wire[0] === '{' ? strstr(members($wire)['attributes'], '{"code":"size"') : $wire, "\n";
}
?>
--EXPECT--
none: {"code":"size","values":["S"]}]
null: {"code":"size","values":["S"]}]
explicit: {"code":"size","values":["S"],"variantReferenceId":"e"}]
value id: {"code":"size","values":["S"],"variantReferenceId":"v"}]
explicit before value id: {"code":"size","values":["S"],"variantReferenceId":"e"}]
first of several: {"code":"size","values":["S"],"variantReferenceId":"v"}]
first that is not null: {"code":"size","values":["S"],"variantReferenceId":"w"}]
no value ids: {"code":"size","values":["S"]}]
only nulls: {"code":"size","values":["S"]}]
scalar: {"code":"size","values":["S"],"variantReferenceId":"v"}]
numbers: {"code":"size","values":["S"],"variantReferenceId":"52"}]
explicit number: {"code":"size","values":["S"],"variantReferenceId":"52"}]
explicit list: refused: attributes.0.variantReferenceId must be a string, array given
boolean: refused: attributes.0.valueId must be a string, bool given
