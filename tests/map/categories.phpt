--TEST--
Categories: the whole body, menu, image, and the root that is never submitted
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/full_items.inc';

echo wire(Aco\Feed::Categories, full_items()['categories'][0]), "\n";
show_items(Aco\Feed::Categories, [
    'least' => [],
    'null is absent' => array_fill_keys(
        ['description', 'isActive', 'includeInMenu', 'metaTitle', 'image', 'position'],
        null,
    ),
    'active' => ['isActive' => 1],
    'in the menu only' => ['includeInMenu' => 1],
    'active, in the menu' => ['isActive' => true, 'includeInMenu' => '1'],
    'not active' => ['isActive' => 0, 'includeInMenu' => 1],
    'empty image' => ['image' => ''],
    'position 0' => ['position' => 0],
    'position as text' => ['position' => '7'],
    'empty description' => ['description' => ''],
]);
echo "\n";
show_items(Aco\Feed::Categories, [
    'root' => ['urlPath' => ''],
    'root with nothing else' => ['urlPath' => '', 'storeViewCode' => null, 'name' => null, 'position' => INF],
    'deleted root' => ['urlPath' => '', 'deleted' => true],
    'without path' => ['urlPath' => null],
    'a path that is 0' => ['urlPath' => '0'],
]);
?>
--EXPECT--
{"slug":"women/tops","source":{"locale":"en"},"name":"Tops","description":"<p>All tops</p>","families":["top_menu"],"metaTags":{"title":"Tops","description":"Tops & tees","keywords":["tops","tees"]},"images":[{"url":"https://shop.example/tops.jpg","roles":["BASE"]}],"position":3,"attributes":[{"code":"banner","values":["x"]},{"code":"none","values":[]},{"code":"season","values":["winter","3","true"]}]}
least: {"slug":"men","source":{"locale":"en"},"name":"Men","families":[]}
null is absent: {"slug":"men","source":{"locale":"en"},"name":"Men","families":[]}
active: {"slug":"men","source":{"locale":"en"},"name":"Men","families":[]}
in the menu only: {"slug":"men","source":{"locale":"en"},"name":"Men","families":[]}
active, in the menu: {"slug":"men","source":{"locale":"en"},"name":"Men","families":["top_menu"]}
not active: {"slug":"men","source":{"locale":"en"},"name":"Men","families":[]}
empty image: {"slug":"men","source":{"locale":"en"},"name":"Men","families":[]}
position 0: {"slug":"men","source":{"locale":"en"},"name":"Men","families":[],"position":0}
position as text: {"slug":"men","source":{"locale":"en"},"name":"Men","families":[],"position":7}
empty description: {"slug":"men","source":{"locale":"en"},"name":"Men","description":"","families":[]}

root: null
root with nothing else: null
deleted root: null
without path: refused: urlPath is missing
a path that is 0: {"slug":"0","source":{"locale":"en"},"name":"Men","families":[]}
