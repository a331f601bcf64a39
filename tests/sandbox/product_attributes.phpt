--TEST--
Sandbox: metadata of product and category attributes
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$en = ['locale' => 'en'];
$base = ['code' => 'color', 'source' => $en, 'label' => 'Color', 'dataType' => 'TEXT'];
$path = '/v1/catalog/products/metadata';
$categoryPath = '/v1/catalog/categories/metadata';
sandbox_table($sandbox, [
    'create' => ['POST', $path, [$base + ['visibleIn' => ['PRODUCT_DETAIL', 'PRODUCT_COMPARE'], 'filterable' => true,
        'searchWeight' => 1.5, 'searchTypes' => []], ['code' => 'inventory', 'dataType' => 'OBJECT'] + $base]],
    'missing' => ['POST', $path, [['code' => 'x', 'source' => $en]]],
    'wrong' => ['POST', $path, [
        [
            'dataType' => 'STRING', 'visibleIn' => ['CATALOG'], 'sortable' => 1, 'searchTypes' => ['FUZZY'],
            'searchWeight' => '1',
        ] + $base,
    ]],
    'update' => ['PATCH', $path, [['code' => 'color', 'source' => $en, 'label' => 'Colour', 'visibleIn' => []]]],
    'bad update' => ['PATCH', $path, [['code' => 'color', 'source' => $en, 'dataType' => null]]],
    'delete' => ['POST', "$path/delete", [['code' => 'inventory', 'source' => $en]]],
    'bad delete' => ['POST', "$path/delete", [['code' => 'inventory']]],
]);
sandbox_dump($sandbox, 'productAttributes');
sandbox_table($sandbox, [
    'create' => ['POST', $categoryPath, [$base, ['code' => 'x'] + $base]],
    'no object type' => ['POST', $categoryPath, [['dataType' => 'OBJECT'] + $base]],
    'missing' => ['POST', $categoryPath, [['code' => 'x', 'source' => $en, 'label' => 'X']]],
    'update' => ['PATCH', $categoryPath, [['code' => 'color', 'source' => $en, 'dataType' => 'INTEGER']]],
    'delete' => ['POST', "$categoryPath/delete", [['code' => 'x', 'source' => $en]]],
]);
sandbox_dump($sandbox, 'categoryAttributes');
?>
--EXPECT--
create: 200 ACCEPTED 2
missing: 400 Items validation failed for 1 item
    0 label: The required field label is missing. []
    0 dataType: The required field dataType is missing. []
wrong: 400 Items validation failed for 1 item
    0 dataType: dataType must be one of TEXT, DECIMAL, INTEGER, BOOLEAN, OBJECT. [STRING]
    0 visibleIn.0: visibleIn.0 must be one of PRODUCT_DETAIL, PRODUCT_LISTING, SEARCH_RESULTS, PRODUCT_COMPARE. [CATALOG]
    0 sortable: sortable must be a boolean, not an integer. [1]
    0 searchWeight: searchWeight must be a number, not a string. [1]
    0 searchTypes.0: searchTypes.0 must be one of AUTOCOMPLETE, CONTAINS, STARTS_WITH. [FUZZY]
update: 200 ACCEPTED 1
bad update: 400 Items validation failed for 1 item
    0 dataType: dataType must be one of TEXT, DECIMAL, INTEGER, BOOLEAN, OBJECT. [null]
delete: 200 ACCEPTED 1
bad delete: 400 Items validation failed for 1 item
    0 source: The required field source is missing. []
    {"code":"color","source":{"locale":"en"},"label":"Colour","dataType":"TEXT","visibleIn":[],"filterable":true,"searchWeight":1.5,"searchTypes":[]}
create: 200 ACCEPTED 2
no object type: 400 Items validation failed for 1 item
    0 dataType: dataType must be one of TEXT, DECIMAL, INTEGER, BOOLEAN. [OBJECT]
missing: 400 Items validation failed for 1 item
    0 dataType: The required field dataType is missing. []
update: 200 ACCEPTED 1
delete: 200 ACCEPTED 1
    {"code":"color","source":{"locale":"en"},"label":"Color","dataType":"INTEGER"}
