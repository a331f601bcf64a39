--TEST--
Mapper::deletion(): what deletes an item, whatever the item says of it
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/full_items.inc';

use Aco\Feed;
use Aco\Mapper;

$count = 0;
foreach (Feed::cases() as $feed) {
    $mapper = new Mapper($feed);
    foreach ([...full_items()[$feed->value], LEAST[$feed->value]] as $item) {
        $mapped = $mapper->map(['deleted' => true] + $item);
        foreach ([
            [], ['deleted' => true], ['deleted' => false], ['deleted' => 'no flag'], ['deleted' => INF],
        ] as $flag) {
            $deletion = $mapper->deletion($flag + $item);
            $count++;
            if (!$deletion->deleted || $deletion->feed !== $feed || [(string) $deletion, $deletion->id, $deletion->hash]
                !== [(string) $mapped, $mapped->id, $mapped->hash]) {
                echo "$feed->value: $deletion, $mapped\n";
            }
        }
        if ($deletion->id !== $mapper->map($item)->id) {
            echo "$feed->value: another id\n";
        }
    }
}
echo $count >= 40 ? 'the same as of a deleted item' : $count, "\n";

// Only what identifies the item is looked at.
$broken = array_fill_keys(
    ['name', 'urlKey', 'status', 'regular', 'label', 'optionsV2', 'attributes', 'discounts', 'websiteName'],
    INF,
);
foreach (Feed::cases() as $feed) {
    echo (new Mapper($feed))->deletion($broken + LEAST[$feed->value]), "\n";
}
// Scopes change nothing of it.
$scopes = new Aco\Scopes(['base'], ['default']);
echo (new Mapper(Feed::Products, $scopes))->deletion(LEAST['products']), "\n";
var_dump((new Mapper(Feed::Categories))->deletion(['urlPath' => '', 'storeViewCode' => 'default']));

$mapper = new Mapper(Feed::Categories);
refused('no path', static fn () => $mapper->deletion(['storeViewCode' => 'default']));
refused('no store view', static fn () => $mapper->deletion(['urlPath' => 'men']));
refused('wrong type', static fn () => $mapper->deletion(['urlPath' => [], 'storeViewCode' => 'default']));
refused('no item', static fn () => $mapper->deletion());
refused(
    'not constructed',
    static fn () => (new ReflectionClass(Mapper::class))->newInstanceWithoutConstructor()->deletion([]),
);
?>
--EXPECT--
the same as of a deleted item
{"sku":"A","source":{"locale":"en"}}
{"code":"color","source":{"locale":"en"}}
{"slug":"men","source":{"locale":"en"}}
{"sku":"A","priceBookId":"base"}
{"priceBookId":"base"}
{"code":"season","source":{"locale":"en"}}
{"sku":"A","source":{"layer":"winter"}}
{"sku":"A","source":{"locale":"en"}}
NULL
no path: Aco\Exception\MappingException: categories item (storeViewCode "default"): urlPath is missing
no store view: Aco\Exception\MappingException: categories item (urlPath "men"): storeViewCode is missing
wrong type: Aco\Exception\MappingException: categories item (storeViewCode "default"): urlPath must be a string, array given
no item: ArgumentCountError: Aco\Mapper::deletion() expects exactly 1 argument, 0 given
not constructed: ReflectionException: Class Aco\Mapper is an internal class marked as final that cannot be instantiated without invoking its constructor
