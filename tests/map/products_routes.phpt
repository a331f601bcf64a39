--TEST--
Products: routes by path
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

show_member(Aco\Feed::Products, 'routes', [
    'none' => [],
    'null' => ['categoryData' => null],
    'empty' => ['categoryData' => []],
    'path' => ['categoryData' => [['categoryId' => '3', 'categoryPath' => 'women']]],
    'position' => ['categoryData' => [['categoryPath' => 'women', 'productPosition' => 4]]],
    'position 0' => ['categoryData' => [['categoryPath' => 'women', 'productPosition' => 0]]],
    'position null' => ['categoryData' => [['categoryPath' => 'women', 'productPosition' => null]]],
    'position as text' => ['categoryData' => [['categoryPath' => 'women', 'productPosition' => '-4']]],
    'by bytes' => ['categoryData' => [
        ['categoryPath' => 'women/tops'], ['categoryPath' => 'women'], ['categoryPath' => 'Men'],
        ['categoryPath' => 'women-x'], ['categoryPath' => 'été']]],
    'without path' => ['categoryData' => [
        null, [], ['categoryId' => '3', 'productPosition' => 1], ['categoryPath' => ''],
    ]],
    'paths are not looked for elsewhere' => ['categories' => ['women']],
]);
?>
--EXPECT--
none: left out
null: left out
empty: left out
path: [{"path":"women"}]
position: [{"path":"women","position":4}]
position 0: [{"path":"women","position":0}]
position null: [{"path":"women"}]
position as text: [{"path":"women","position":-4}]
by bytes: [{"path":"Men"},{"path":"women"},{"path":"women-x"},{"path":"women/tops"},{"path":"été"}]
without path: left out
paths are not looked for elsewhere: left out
