--TEST--
Products: where they are visible
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

show_member(Aco\Feed::Products, 'visibleIn', [
    'absent' => [],
    'null' => ['visibility' => null],
    'empty' => ['visibility' => ''],
    'not' => ['visibility' => 'Not Visible Individually'],
    'catalog' => ['visibility' => 'Catalog'],
    'search' => ['visibility' => 'Search'],
    'both' => ['visibility' => 'Catalog, Search'],
    'in given order' => ['visibility' => 'Search,Catalog'],
    'spaces' => ['visibility' => '  Catalog  ,Search '],
    'others are dropped' => ['visibility' => 'Home,,Search,catalog,SEARCH'],
]);
?>
--EXPECT--
absent: []
null: []
empty: []
not: []
catalog: ["CATALOG"]
search: ["SEARCH"]
both: ["CATALOG","SEARCH"]
in given order: ["SEARCH","CATALOG"]
spaces: ["CATALOG","SEARCH"]
others are dropped: ["SEARCH"]
