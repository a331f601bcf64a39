--TEST--
Product attributes: data type by backend type and input
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

$types = [
    'int' => ['boolean', 'text', 'select', 'multiselect', 'date', '', null, 'Boolean'],
    'decimal' => ['price', 'boolean', null],
    'OBJECT' => ['text', null],
    'varchar' => ['boolean', 'select'],
    'text' => ['textarea'],
    'datetime' => ['date'],
    'static' => ['text'],
    'Int' => ['boolean'],
    'object' => [null],
    '' => [null],
];
foreach ($types as $type => $inputs) {
    foreach ($inputs as $input) {
        $wire = wire(
            Aco\Feed::ProductAttributes,
            ['dataType' => $type, 'frontendInput' => $input] + LEAST['productAttributes'],
        );
        printf("%s + %s: %s\n", $type, $input ?? 'null', members($wire)['dataType']);
    }
}
show_member(Aco\Feed::ProductAttributes, 'dataType', ['nothing' => [], 'null' => ['dataType' => null]]);
?>
--EXPECT--
int + boolean: "BOOLEAN"
int + text: "TEXT"
int + select: "TEXT"
int + multiselect: "INTEGER"
int + date: "INTEGER"
int + : "INTEGER"
int + null: "INTEGER"
int + Boolean: "INTEGER"
decimal + price: "DECIMAL"
decimal + boolean: "DECIMAL"
decimal + null: "DECIMAL"
OBJECT + text: "OBJECT"
OBJECT + null: "OBJECT"
varchar + boolean: "TEXT"
varchar + select: "TEXT"
text + textarea: "TEXT"
datetime + date: "TEXT"
static + text: "TEXT"
Int + boolean: "TEXT"
object + null: "TEXT"
 + null: "TEXT"
nothing: "TEXT"
null: "TEXT"
