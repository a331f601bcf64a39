--TEST--
Product attributes: the whole body, label, places and flags
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/full_items.inc';

foreach (full_items()['productAttributes'] as $item) {
    echo wire(Aco\Feed::ProductAttributes, $item), "\n";
}
show_items(Aco\Feed::ProductAttributes, [
    'least' => [],
    'label null' => ['label' => null],
    'empty label' => ['label' => ''],
    'label of one letter' => ['label' => 'S'],
    'no place' => [
        'visible' => false, 'visibleInSearch' => 0, 'visibleInListing' => '0', 'visibleInCompareList' => null,
    ],
    'all places' => [
        'visibleInCompareList' => 1, 'visibleInListing' => true, 'visibleInSearch' => '1', 'visible' => true,
    ],
    'flags' => ['filterable' => 0, 'sortable' => '1', 'searchable' => false],
    'flags null' => [
        'filterable' => null, 'sortable' => null, 'searchable' => null, 'searchWeight' => null, 'searchTypes' => null,
    ],
    'integral weight' => ['searchWeight' => 3.0],
    'no search type' => ['searchTypes' => []],
    'search types' => ['searchTypes' => ['B', null, 'A']],
    'other fields' => ['visibleInSearchs' => true, 'filterableInSearch' => true, 'required' => [], 'id' => INF],
]);
?>
--EXPECT--
{"code":"size","source":{"locale":"en"},"label":"Size","dataType":"TEXT","visibleIn":["PRODUCT_DETAIL","SEARCH_RESULTS","PRODUCT_LISTING"],"filterable":true,"sortable":false,"searchable":true,"searchWeight":1.5,"searchTypes":["AUTOCOMPLETE","FULL"]}
least: {"code":"color","source":{"locale":"en"},"label":"color","dataType":"TEXT","visibleIn":[]}
label null: {"code":"color","source":{"locale":"en"},"label":"color","dataType":"TEXT","visibleIn":[]}
empty label: {"code":"color","source":{"locale":"en"},"label":"color","dataType":"TEXT","visibleIn":[]}
label of one letter: {"code":"color","source":{"locale":"en"},"label":"S","dataType":"TEXT","visibleIn":[]}
no place: {"code":"color","source":{"locale":"en"},"label":"color","dataType":"TEXT","visibleIn":[]}
all places: {"code":"color","source":{"locale":"en"},"label":"color","dataType":"TEXT","visibleIn":["PRODUCT_DETAIL","SEARCH_RESULTS","PRODUCT_LISTING","PRODUCT_COMPARE"]}
flags: {"code":"color","source":{"locale":"en"},"label":"color","dataType":"TEXT","visibleIn":[],"filterable":false,"sortable":true,"searchable":false}
flags null: {"code":"color","source":{"locale":"en"},"label":"color","dataType":"TEXT","visibleIn":[]}
integral weight: {"code":"color","source":{"locale":"en"},"label":"color","dataType":"TEXT","visibleIn":[],"searchWeight":3}
no search type: {"code":"color","source":{"locale":"en"},"label":"color","dataType":"TEXT","visibleIn":[]}
search types: {"code":"color","source":{"locale":"en"},"label":"color","dataType":"TEXT","visibleIn":[],"searchTypes":["B","A"]}
other fields: {"code":"color","source":{"locale":"en"},"label":"color","dataType":"TEXT","visibleIn":[]}
