--TEST--
The Commerce module's mapped items keep identity, follow their entity, and never stand for a deletion
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/module.inc';

use Aco\CommerceOptimizer\Model\Export\MappedItem;
use Aco\{Feed, Mapper};

$item = ['categoryId' => '7', 'storeViewCode' => 'default', 'urlPath' => 'men/tops', 'name' => 'Tops', 'level' => 3];
$make = static fn (array $item): array
    => MappedItem::make(
        $item,
        ['categoryId', 'urlPath', 'storeViewCode'],
        'categoryId',
        (new Mapper(Feed::Categories))->map($item),
    );
$mapped = $make($item);
$document = (new Mapper(Feed::Categories))->map($item);

var_dump(array_keys($mapped));
var_dump(MappedItem::is($mapped), MappedItem::is($item), MappedItem::is(['deleted' => true] + $mapped), MappedItem::is(
    ['deleted' => false] + $mapped,
));
var_dump(MappedItem::id($mapped) === $document->id);
var_dump((string) MappedItem::document(Feed::Categories, $mapped) === (string) $document);

echo "-- hash\n";
var_dump(MappedItem::hash($make(['level' => 4] + $item)) === MappedItem::hash($mapped));
var_dump(MappedItem::hash($make(['name' => 'Other'] + $item)) === MappedItem::hash($mapped));
var_dump(MappedItem::hash($make(['categoryId' => '8'] + $item)) === MappedItem::hash($mapped));

echo "-- a root category\n";
$root = $make(['urlPath' => ''] + $item);
var_dump(MappedItem::is($root), MappedItem::id($root), MappedItem::document(Feed::Categories, $root));
?>
--EXPECT--
array(4) {
  [0]=>
  string(10) "categoryId"
  [1]=>
  string(13) "storeViewCode"
  [2]=>
  string(7) "urlPath"
  [3]=>
  string(3) "aco"
}
bool(true)
bool(false)
bool(false)
bool(true)
bool(true)
bool(true)
-- hash
bool(true)
bool(false)
bool(false)
-- a root category
bool(true)
NULL
NULL
