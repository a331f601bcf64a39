--TEST--
mapAll() maps many items at once: the same documents under the same keys, failures in their place
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/full_items.inc';

use Aco\Document;
use Aco\Exception\AcoException;
use Aco\Exception\MappingException;
use Aco\Feed;
use Aco\Mapper;
use Aco\Scopes;

function facts(?Document $document): ?array
{
    return $document === null
        ? null
        : [$document->feed, $document->id, $document->hash, $document->deleted, (string) $document];
}

// The same as one after the other, in any number, from lists and from arrays with holes.
foreach (Feed::cases() as $feed) {
    $mapper = new Mapper($feed, new Scopes(['off'], ['off']));
    foreach ([0, 1, 2, 3, 4, 5, 300] as $count) {
        $items = [];
        for ($i = 0; $i < $count; $i++) {
            $item = full_items()[$feed->value][$i % count(full_items()[$feed->value])];
            $items[] = ['deleted' => $i % 7 === 6] + $item;
        }
        $holes = array_filter($items, static fn (int $place): bool => $place % 3 !== 1, ARRAY_FILTER_USE_KEY);
        foreach ([$items, $holes] as $some) {
            $all = $mapper->mapAll($some);
            $singly = array_map($mapper->map(...), $some);
            if (array_map(facts(...), $all) !== array_map(facts(...), $singly)) {
                echo "$feed->value: $count differ\n";
            }
        }
    }
}

echo "Keys and failures\n";
$item = ['urlPath' => 'a', 'storeViewCode' => 'en', 'name' => 'A'];
$referred = ['urlPath' => 'referred'] + $item;
$items = [
    'first' => $item, 7 => ['urlPath' => ''] + $item, 3 => ['name' => null] + $item, '' => &$referred,
    'last' => ['urlPath' => INF] + $item,
];
foreach ((new Mapper(Feed::Categories))->mapAll($items) as $key => $result) {
    echo "$key: ", $result instanceof MappingException
        ? "$result->field, $result->reason: {$result->getMessage()}, code {$result->getCode()}"
        : $result ?? 'null', "\n";
}
var_dump(count($items), isset($items['last']['urlPath']));

echo "Not items\n";
foreach ([[$item, 'text'], [null], [new ArrayObject($item)], [$item, [], 1.5]] as $wrong) {
    try {
        (new Mapper(Feed::Categories))->mapAll($wrong);
    } catch (AcoException $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}
// A list of numbers where an item should be, longer than any item.
echo count((new Mapper(Feed::Categories))->mapAll(array_fill(0, 20, range(1, 5000)))), "\n";
?>
--EXPECT--
Keys and failures
first: {"slug":"a","source":{"locale":"en"},"name":"A","families":[]}
7: null
3: name, is missing: categories item (urlPath "a", storeViewCode "en"): name is missing, code 0
: {"slug":"referred","source":{"locale":"en"},"name":"A","families":[]}
last: urlPath, must be a finite number, INF or NAN given: categories item (storeViewCode "en"): urlPath must be a finite number, INF or NAN given, code 0
int(5)
bool(true)
Not items
Aco\Exception\InvalidArgumentException: item 1 of $items must be an array, string given
Aco\Exception\InvalidArgumentException: item 0 of $items must be an array, null given
Aco\Exception\InvalidArgumentException: item 0 of $items must be an array, ArrayObject given
Aco\Exception\InvalidArgumentException: item 2 of $items must be an array, float given
20
