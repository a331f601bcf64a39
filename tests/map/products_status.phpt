--TEST--
Products: the status, and composites that have nothing to sell
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

$filled = ['values' => [['id' => 'x', 'sku' => 'X']]];
$empty = ['values' => []];
$required = ['required' => true];
show_member(Aco\Feed::Products, 'status', [
    'enabled' => [],
    'disabled' => ['status' => 'Disabled'],
    'any other is passed' => ['status' => 'on hold é'],
    'simple with options without values' => ['type' => 'simple', 'optionsV2' => [['type' => 'configurable'] + $empty]],
    'unknown type' => ['type' => 'giftcard'],
]);
echo "\n";
foreach ([
    'configurable' => 'configurable', 'bundle' => 'bundle', 'bundle_fixed' => 'bundle', 'grouped' => 'grouped',
] as $type => $option) {
    $of = static fn (array ...$options): array => [
        'type' => $type,
        'optionsV2' => array_map(
            static fn (array $fields): array => $fields + ['type' => $option, 'id' => 'o', 'label' => 'O'],
            $options,
        ),
    ];
    show_member(Aco\Feed::Products, 'status', [
        "$type, without options" => ['type' => $type],
        "$type, options null" => ['type' => $type, 'optionsV2' => null],
        "$type, no option" => $of(),
        "$type, values null" => $of(['values' => null]),
        "$type, no value" => $of($empty),
        "$type, values" => $of($filled),
        "$type, values of one option" => $of($empty, $filled),
        "$type, values of another type" => $of(['type' => 'custom_option'] + $filled),
        "$type, required without values" => $of($filled, $required + $empty),
        "$type, required without values, of another type" => $of($filled, ['type' => 'custom_option'] + $required + $empty),
        "$type, values without what tells them" => $of(['values' => [
            null, [], ['id' => null, 'sku' => null], ['id' => '', 'sku' => ''],
        ]]),
        "$type, values with a SKU only" => $of(['values' => [[], ['sku' => 'X']]]),
        "$type, values with an id only" => $of(['values' => [[], ['id' => 'x']]]),
        "$type, required with an id only" => $of($filled, $required + ['values' => [['id' => 'x', 'sku' => null]]]),
        "$type, option without an id" => $of(['id' => null] + $filled),
        "$type, a number as id and SKU" => $of(['values' => [['id' => 0, 'sku' => 0]]]),
        "$type, a value that is none" => $of(['values' => ['X']]),
        "$type, disabled anyway" => ['status' => 'Disabled'] + $of($filled),
    ]);
    echo "\n";
}
?>
--EXPECT--
enabled: "ENABLED"
disabled: "DISABLED"
any other is passed: "ON HOLD é"
simple with options without values: "ENABLED"
unknown type: "ENABLED"

configurable, without options: "DISABLED"
configurable, options null: "DISABLED"
configurable, no option: "DISABLED"
configurable, values null: "DISABLED"
configurable, no value: "DISABLED"
configurable, values: "ENABLED"
configurable, values of one option: "ENABLED"
configurable, values of another type: "DISABLED"
configurable, required without values: "ENABLED"
configurable, required without values, of another type: "ENABLED"
configurable, values without what tells them: "DISABLED"
configurable, values with a SKU only: "DISABLED"
configurable, values with an id only: "ENABLED"
configurable, required with an id only: "ENABLED"
configurable, option without an id: "DISABLED"
configurable, a number as id and SKU: "ENABLED"
configurable, a value that is none: refused: optionsV2.0.values.0 must be an array, string given
configurable, disabled anyway: "DISABLED"

bundle, without options: "DISABLED"
bundle, options null: "DISABLED"
bundle, no option: "DISABLED"
bundle, values null: "DISABLED"
bundle, no value: "DISABLED"
bundle, values: "ENABLED"
bundle, values of one option: "ENABLED"
bundle, values of another type: "DISABLED"
bundle, required without values: "DISABLED"
bundle, required without values, of another type: "ENABLED"
bundle, values without what tells them: "DISABLED"
bundle, values with a SKU only: "ENABLED"
bundle, values with an id only: "DISABLED"
bundle, required with an id only: "DISABLED"
bundle, option without an id: "ENABLED"
bundle, a number as id and SKU: "ENABLED"
bundle, a value that is none: refused: optionsV2.0.values.0 must be an array, string given
bundle, disabled anyway: "DISABLED"

bundle_fixed, without options: "DISABLED"
bundle_fixed, options null: "DISABLED"
bundle_fixed, no option: "DISABLED"
bundle_fixed, values null: "DISABLED"
bundle_fixed, no value: "DISABLED"
bundle_fixed, values: "ENABLED"
bundle_fixed, values of one option: "ENABLED"
bundle_fixed, values of another type: "DISABLED"
bundle_fixed, required without values: "DISABLED"
bundle_fixed, required without values, of another type: "ENABLED"
bundle_fixed, values without what tells them: "DISABLED"
bundle_fixed, values with a SKU only: "ENABLED"
bundle_fixed, values with an id only: "DISABLED"
bundle_fixed, required with an id only: "DISABLED"
bundle_fixed, option without an id: "ENABLED"
bundle_fixed, a number as id and SKU: "ENABLED"
bundle_fixed, a value that is none: refused: optionsV2.0.values.0 must be an array, string given
bundle_fixed, disabled anyway: "DISABLED"

grouped, without options: "DISABLED"
grouped, options null: "DISABLED"
grouped, no option: "DISABLED"
grouped, values null: "DISABLED"
grouped, no value: "DISABLED"
grouped, values: "ENABLED"
grouped, values of one option: "ENABLED"
grouped, values of another type: "DISABLED"
grouped, required without values: "ENABLED"
grouped, required without values, of another type: "ENABLED"
grouped, values without what tells them: "DISABLED"
grouped, values with a SKU only: "ENABLED"
grouped, values with an id only: "DISABLED"
grouped, required with an id only: "ENABLED"
grouped, option without an id: "ENABLED"
grouped, a number as id and SKU: "ENABLED"
grouped, a value that is none: refused: optionsV2.0.values.0 must be an array, string given
grouped, disabled anyway: "DISABLED"
