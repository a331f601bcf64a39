--TEST--
What each kind of field takes, and what is said of the rest
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/mutate.inc';
require __DIR__ . '/map.inc';

use Aco\Feed;

$arrays = [
    'null', 'true', '0', '1.5', 'INF', '"x"', '""', '[]', '[[]]', '[null]', '["x"]', 'closure', 'enum case', 'resource',
];
$values = array_keys(array_diff_key(hostile_values(), ['long' => 0, 'object' => 0]));
$withoutInf = array_diff($values, ['INF', 'NAN']);
/* One field of each kind: feed, member of the body, item with the value in the field, values. */
$kinds = [
    'text' => [Feed::Products, 'description', static fn (mixed $value): array => ['description' => $value], $values],
    'flag' => [
        Feed::ProductAttributes, 'sortable', static fn (mixed $value): array => ['sortable' => $value], $withoutInf,
    ],
    'number' => [
        Feed::ProductAttributes, 'searchWeight', static fn (mixed $value): array => ['searchWeight' => $value], $values,
    ],
    'integer' => [Feed::Categories, 'position', static fn (mixed $value): array => ['position' => $value], $values],
    'list' => [
        Feed::ProductAttributes, 'searchTypes', static fn (mixed $value): array => ['searchTypes' => $value], $arrays,
    ],
    'entry' => [
        Feed::Products, 'routes', static fn (mixed $value): array => ['categoryData' => [5 => $value]], $arrays,
    ],
    'required' => [Feed::Prices, 'sku', static fn (mixed $value): array => ['sku' => $value], $arrays],
];
foreach ($kinds as $kind => [$feed, $member, $item, $names]) {
    echo "== $kind\n";
    show_member($feed, $member, array_map($item, array_intersect_key(hostile_values(), array_flip($names))));
}
echo "== deep\n";
$option = static fn (array $fields): array => $fields + ['id' => 'o', 'type' => 'configurable'];
show_member(Feed::Products, 'sku', [
    'attribute' => ['attributes' => [['attributeCode' => 'a'], 'x']],
    'code' => ['attributes' => [['attributeCode' => true]]],
    'value' => ['attributes' => [null, ['attributeCode' => 'a', 'value' => ['b', 'c', []]]]],
    'scalar value' => ['attributes' => [['attributeCode' => 'a', 'value' => INF]]],
    'image' => ['images' => [1]],
    'resource' => ['images' => [['resource' => 'x']]],
    'address' => ['images' => [null, [], ['resource' => ['url' => []]]]],
    'label' => ['images' => [['resource' => ['url' => 'u', 'label' => false]]]],
    'roles' => ['images' => [['resource' => ['url' => 'u', 'roles' => 'image']]]],
    'role' => ['images' => [['resource' => ['url' => 'u', 'roles' => ['image', []]]]]],
    'sort order' => ['images' => [['resource' => ['url' => 'u'], 'sortOrder' => '']]],
    'link' => ['links' => ['x']],
    'link SKU' => ['links' => [['type' => 'related', 'sku' => []]]],
    'parent type' => ['parents' => [['productType' => false]]],
    'route position' => ['categoryData' => [['categoryPath' => 'a', 'productPosition' => 1.5]]],
    'options' => ['optionsV2' => 'x'],
    'option type' => ['optionsV2' => [['type' => []]]],
    'values' => ['optionsV2' => [$option(['values' => 'x'])]],
    'value of an option' => ['optionsV2' => [null, $option(['values' => [null, true]])]],
    'value id' => ['optionsV2' => [$option(['values' => [['id' => 'a'], ['id' => []]]])]],
    'value order' => ['optionsV2' => [$option(['values' => [['id' => 'a', 'sortOrder' => 'x']]])]],
    'value label' => ['optionsV2' => [$option(['values' => [['id' => 'a', 'label' => []]]])]],
    'default' => ['optionsV2' => [$option(['values' => [['id' => 'a', 'isDefault' => 'no']]])]],
    'quantity' => ['optionsV2' => [$option(['type' => 'bundle', 'values' => [['sku' => 'a', 'qty' => 'x']]])]],
    'required' => ['optionsV2' => [$option(['type' => 'other', 'required' => 'no'])], $arrays],
    'by position, not by key' => [
        'attributes' => ['x' => null, 'y' => ['attributeCode' => 'a', 'value' => ['k' => 'b', 'l' => []]]],
    ],
]);
?>
--EXPECTF--
== text
null: left out
true: refused: description must be a string, bool given
false: refused: description must be a string, bool given
0: "0"
1: "1"
-7: "-7"
1.5: "1.5"
2.0: "2"
-0.0: "-0"
1e25: "1.0e+25"
1e-5: "1.0e-5"
INF: refused: description must be a finite number, INF or NAN given
NAN: refused: description must be a finite number, INF or NAN given
PHP_INT_MAX: "9223372036854775807"
PHP_INT_MIN: "-9223372036854775808"
2**53+1: "9007199254740993"
2.0**63: "9.223372036854776e+18"
-2.0**63: "-9.223372036854776e+18"
"x": "x"
"": ""
"0": "0"
"1": "1"
" 5 ": " 5 "
"5x": "5x"
"1e3": "1e3"
"0x1A": "0x1A"
"9223372036854775808": "9223372036854775808"
"1e999": "1e999"
".5": ".5"
NUL: "\u0000"
A NUL: "A\u0000"
invalid UTF-8: "a�(�"
surrogate: "�"
never UTF-8: "�z"
U+2028: " /\"\\"
emoji: "😀"
lines: " a \n\n\tb\r\n"
[]: refused: description must be a string, array given
[[]]: refused: description must be a string, array given
[null]: refused: description must be a string, array given
["x"]: refused: description must be a string, array given
closure: refused: description must be a string, %s given
enum case: refused: description must be a string, %s given
resource: refused: description must be a string, resource given
== flag
null: left out
true: true
false: false
0: false
1: true
-7: true
1.5: true
2.0: true
-0.0: false
1e25: true
1e-5: true
PHP_INT_MAX: true
PHP_INT_MIN: true
2**53+1: true
2.0**63: true
-2.0**63: true
"x": refused: sortable must be a boolean, 0 or 1, another string given
"": refused: sortable must be a boolean, 0 or 1, another string given
"0": false
"1": true
" 5 ": refused: sortable must be a boolean, 0 or 1, another string given
"5x": refused: sortable must be a boolean, 0 or 1, another string given
"1e3": refused: sortable must be a boolean, 0 or 1, another string given
"0x1A": refused: sortable must be a boolean, 0 or 1, another string given
"9223372036854775808": refused: sortable must be a boolean, 0 or 1, another string given
"1e999": refused: sortable must be a boolean, 0 or 1, another string given
".5": refused: sortable must be a boolean, 0 or 1, another string given
NUL: refused: sortable must be a boolean, 0 or 1, another string given
A NUL: refused: sortable must be a boolean, 0 or 1, another string given
invalid UTF-8: refused: sortable must be a boolean, 0 or 1, another string given
surrogate: refused: sortable must be a boolean, 0 or 1, another string given
never UTF-8: refused: sortable must be a boolean, 0 or 1, another string given
U+2028: refused: sortable must be a boolean, 0 or 1, another string given
emoji: refused: sortable must be a boolean, 0 or 1, another string given
lines: refused: sortable must be a boolean, 0 or 1, another string given
[]: refused: sortable must be a boolean, 0 or 1, array given
[[]]: refused: sortable must be a boolean, 0 or 1, array given
[null]: refused: sortable must be a boolean, 0 or 1, array given
["x"]: refused: sortable must be a boolean, 0 or 1, array given
closure: refused: sortable must be a boolean, 0 or 1, %s given
enum case: refused: sortable must be a boolean, 0 or 1, %s given
resource: refused: sortable must be a boolean, 0 or 1, resource given
== number
null: left out
true: refused: searchWeight must be a number, bool given
false: refused: searchWeight must be a number, bool given
0: 0
1: 1
-7: -7
1.5: 1.5
2.0: 2
-0.0: -0
1e25: 1.0e+25
1e-5: 1.0e-5
INF: refused: searchWeight must be a finite number, INF or NAN given
NAN: refused: searchWeight must be a finite number, INF or NAN given
PHP_INT_MAX: 9223372036854775807
PHP_INT_MIN: -9223372036854775808
2**53+1: 9007199254740993
2.0**63: 9.223372036854776e+18
-2.0**63: -9.223372036854776e+18
"x": refused: searchWeight must be a number, string given
"": refused: searchWeight must be a number, string given
"0": 0
"1": 1
" 5 ": 5
"5x": refused: searchWeight must be a number, string given
"1e3": 1000
"0x1A": refused: searchWeight must be a number, string given
"9223372036854775808": 9.223372036854776e+18
"1e999": refused: searchWeight must be a finite number, INF or NAN given
".5": 0.5
NUL: refused: searchWeight must be a number, string given
A NUL: refused: searchWeight must be a number, string given
invalid UTF-8: refused: searchWeight must be a number, string given
surrogate: refused: searchWeight must be a number, string given
never UTF-8: refused: searchWeight must be a number, string given
U+2028: refused: searchWeight must be a number, string given
emoji: refused: searchWeight must be a number, string given
lines: refused: searchWeight must be a number, string given
[]: refused: searchWeight must be a number, array given
[[]]: refused: searchWeight must be a number, array given
[null]: refused: searchWeight must be a number, array given
["x"]: refused: searchWeight must be a number, array given
closure: refused: searchWeight must be a number, %s given
enum case: refused: searchWeight must be a number, %s given
resource: refused: searchWeight must be a number, resource given
== integer
null: left out
true: refused: position must be an integer, bool given
false: refused: position must be an integer, bool given
0: 0
1: 1
-7: -7
1.5: refused: position must be an integer, a fraction or a number beyond 64 bits given
2.0: 2
-0.0: 0
1e25: refused: position must be an integer, a fraction or a number beyond 64 bits given
1e-5: refused: position must be an integer, a fraction or a number beyond 64 bits given
INF: refused: position must be a finite number, INF or NAN given
NAN: refused: position must be a finite number, INF or NAN given
PHP_INT_MAX: 9223372036854775807
PHP_INT_MIN: -9223372036854775808
2**53+1: 9007199254740993
2.0**63: refused: position must be an integer, a fraction or a number beyond 64 bits given
-2.0**63: -9223372036854775808
"x": refused: position must be an integer, string given
"": refused: position must be an integer, string given
"0": 0
"1": 1
" 5 ": 5
"5x": refused: position must be an integer, string given
"1e3": 1000
"0x1A": refused: position must be an integer, string given
"9223372036854775808": refused: position must be an integer, a fraction or a number beyond 64 bits given
"1e999": refused: position must be a finite number, INF or NAN given
".5": refused: position must be an integer, a fraction or a number beyond 64 bits given
NUL: refused: position must be an integer, string given
A NUL: refused: position must be an integer, string given
invalid UTF-8: refused: position must be an integer, string given
surrogate: refused: position must be an integer, string given
never UTF-8: refused: position must be an integer, string given
U+2028: refused: position must be an integer, string given
emoji: refused: position must be an integer, string given
lines: refused: position must be an integer, string given
[]: refused: position must be an integer, array given
[[]]: refused: position must be an integer, array given
[null]: refused: position must be an integer, array given
["x"]: refused: position must be an integer, array given
closure: refused: position must be an integer, %s given
enum case: refused: position must be an integer, %s given
resource: refused: position must be an integer, resource given
== list
null: left out
true: refused: searchTypes must be an array, bool given
0: refused: searchTypes must be an array, int given
1.5: refused: searchTypes must be an array, float given
INF: refused: searchTypes must be an array, float given
"x": refused: searchTypes must be an array, string given
"": refused: searchTypes must be an array, string given
[]: left out
[[]]: refused: searchTypes.0 must be a string, array given
[null]: left out
["x"]: ["x"]
closure: refused: searchTypes must be an array, %s given
enum case: refused: searchTypes must be an array, %s given
resource: refused: searchTypes must be an array, resource given
== entry
null: left out
true: refused: categoryData.0 must be an array, bool given
0: refused: categoryData.0 must be an array, int given
1.5: refused: categoryData.0 must be an array, float given
INF: refused: categoryData.0 must be an array, float given
"x": refused: categoryData.0 must be an array, string given
"": refused: categoryData.0 must be an array, string given
[]: left out
[[]]: left out
[null]: left out
["x"]: left out
closure: refused: categoryData.0 must be an array, %s given
enum case: refused: categoryData.0 must be an array, %s given
resource: refused: categoryData.0 must be an array, resource given
== required
null: refused: sku is missing
true: refused: sku must be a string, bool given
0: "0"
1.5: "1.5"
INF: refused: sku must be a finite number, INF or NAN given
"x": "x"
"": refused: sku is empty
[]: refused: sku must be a string, array given
[[]]: refused: sku must be a string, array given
[null]: refused: sku must be a string, array given
["x"]: refused: sku must be a string, array given
closure: refused: sku must be a string, %s given
enum case: refused: sku must be a string, %s given
resource: refused: sku must be a string, resource given
== deep
attribute: refused: attributes.1 must be an array, string given
code: refused: attributes.0.attributeCode must be a string, bool given
value: refused: attributes.1.value.2 must be a string, array given
scalar value: refused: attributes.0.value must be a finite number, INF or NAN given
image: refused: images.0 must be an array, int given
resource: refused: images.0.resource must be an array, string given
address: refused: images.2.resource.url must be a string, array given
label: refused: images.0.resource.label must be a string, bool given
roles: refused: images.0.resource.roles must be an array, string given
role: refused: images.0.resource.roles.1 must be a string, array given
sort order: refused: images.0.sortOrder must be an integer, string given
link: refused: links.0 must be an array, string given
link SKU: refused: links.0.sku must be a string, array given
parent type: refused: parents.0.productType must be a string, bool given
route position: refused: categoryData.0.productPosition must be an integer, a fraction or a number beyond 64 bits given
options: refused: optionsV2 must be an array, string given
option type: refused: optionsV2.0.type must be a string, array given
values: refused: optionsV2.0.values must be an array, string given
value of an option: refused: optionsV2.1.values.1 must be an array, bool given
value id: refused: optionsV2.0.values.1.id must be a string, array given
value order: refused: optionsV2.0.values.0.sortOrder must be an integer, string given
value label: refused: optionsV2.0.values.0.label must be a string, array given
default: refused: optionsV2.0.values.0.isDefault must be a boolean, 0 or 1, another string given
quantity: refused: optionsV2.0.values.0.qty must be a number, string given
required: refused: optionsV2.0.required must be a boolean, 0 or 1, another string given
by position, not by key: refused: attributes.1.value.1 must be a string, array given
