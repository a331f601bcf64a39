--TEST--
Deleted items map to delete bodies: their keys and nothing else
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/full_items.inc';

use Aco\Feed;
use Aco\Mapper;

foreach (Feed::cases() as $feed) {
    foreach (full_items()[$feed->value] as $item) {
        $mapper = new Mapper($feed);
        $deleted = $mapper->map(['deleted' => true] + $item);
        $live = $mapper->map($item);
        var_dump($deleted->deleted, $live->deleted, $deleted->id === $live->id, $deleted->hash === sha1(
            (string) $deleted,
        ));
        echo "$deleted\n";
    }
}
echo "\n";
// Only the fields of the keys are looked at.
$broken = array_fill_keys(
    ['name', 'urlKey', 'status', 'regular', 'label', 'optionsV2', 'attributes', 'discounts', 'websiteName'],
    INF,
);
foreach (Feed::cases() as $feed) {
    echo wire($feed, ['deleted' => true] + $broken + LEAST[$feed->value]), "\n";
}
echo "\n";
show_items(Feed::PriceBooks, [
    '1' => ['deleted' => 1],
    '"1"' => ['deleted' => '1'],
    '1.0' => ['deleted' => 1.0],
    'false' => ['deleted' => false],
    '0' => ['deleted' => 0],
    '"0"' => ['deleted' => '0'],
    'null' => ['deleted' => null],
    'text' => ['deleted' => 'yes'],
    'empty' => ['deleted' => ''],
    'list' => ['deleted' => []],
]);
?>
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(true)
{"sku":"A-1","source":{"locale":"en"}}
bool(true)
bool(false)
bool(true)
bool(true)
{"code":"size","source":{"locale":"en"}}
bool(true)
bool(false)
bool(true)
bool(true)
{"slug":"women/tops","source":{"locale":"en"}}
bool(true)
bool(false)
bool(true)
bool(true)
{"sku":"A","priceBookId":"base::da4b9237bacccdf19c0760cab7aec4a8359010b0"}
bool(true)
bool(false)
bool(true)
bool(true)
{"sku":"A","priceBookId":"base::356a192b7913b04c54574d18c28d46e6395428ab"}
bool(true)
bool(false)
bool(true)
bool(true)
{"priceBookId":"base"}
bool(true)
bool(false)
bool(true)
bool(true)
{"priceBookId":"base::da4b9237bacccdf19c0760cab7aec4a8359010b0"}
bool(true)
bool(false)
bool(true)
bool(true)
{"priceBookId":"base::77de68daecd823babbb58edb1c8e14d7106e83bb"}
bool(true)
bool(false)
bool(true)
bool(true)
{"code":"season","source":{"locale":"en"}}
bool(true)
bool(false)
bool(true)
bool(true)
{"sku":"A-1","source":{"locale":"en","layer":"winter"}}
bool(true)
bool(false)
bool(true)
bool(true)
{"sku":"A-1","source":{"layer":"winter"}}

{"sku":"A","source":{"locale":"en"}}
{"code":"color","source":{"locale":"en"}}
{"slug":"men","source":{"locale":"en"}}
{"sku":"A","priceBookId":"base"}
{"priceBookId":"base"}
{"code":"season","source":{"locale":"en"}}
{"sku":"A","source":{"layer":"winter"}}

1: {"priceBookId":"base"}
"1": {"priceBookId":"base"}
1.0: {"priceBookId":"base"}
false: {"priceBookId":"base","name":"base"}
0: {"priceBookId":"base","name":"base"}
"0": {"priceBookId":"base","name":"base"}
null: {"priceBookId":"base","name":"base"}
text: refused: deleted must be a boolean, 0 or 1, another string given
empty: refused: deleted must be a boolean, 0 or 1, another string given
list: refused: deleted must be a boolean, 0 or 1, array given
