--TEST--
The id is the SHA-1 of the identity of the source item, the hash that of the wire JSON
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/full_items.inc';

use Aco\Feed;
use Aco\Mapper;

$id = static fn (Feed $feed, array $item): string => (new Mapper($feed))->map($item + LEAST[$feed->value])->id;
$group = sha1('1');
echo $id(Feed::Products, ['sku' => 'TEE-01', 'storeViewCode' => 'default']), "\n";
echo $id(Feed::Products, ['sku' => 'LUNA-TEE-S-RED', 'storeViewCode' => 'default']), "\n";
echo $id(Feed::Prices, ['sku' => 'TEE-01', 'customerGroupCode' => '0', 'websiteCode' => 'base']), "\n";
echo $id(Feed::Prices, ['sku' => 'TEE-01', 'customerGroupCode' => $group, 'websiteCode' => 'base']), "\n";

$same = static fn (string $id, string ...$parts): string => $id === sha1(implode("\0", $parts)) ? 'ok' : 'WRONG';
foreach ([
    'product attribute' => $same(
        $id(Feed::ProductAttributes, ['attributeCode' => 'color', 'storeViewCode' => 'en']),
        'color',
        'en',
    ),
    'category' => $same($id(Feed::Categories, ['urlPath' => 'a/b', 'storeViewCode' => 'en']), 'a/b', 'en'),
    'base price without code' => $same($id(Feed::Prices, []), 'A', '0', 'base'),
    'group price by id' => $same($id(Feed::Prices, ['customerGroupId' => 1]), 'A', $group, 'base'),
    'base book' => $same($id(Feed::PriceBooks, []), 'base', ''),
    'base book, group 0' => $same($id(Feed::PriceBooks, ['customerGroupCode' => '0']), 'base', ''),
    'group book' => $same($id(Feed::PriceBooks, ['customerGroupId' => 1]), 'base', $group),
    'group book by code' => $same($id(Feed::PriceBooks, ['customerGroupCode' => $group]), 'base', $group),
    'bytes, not what is sent' => $same($id(Feed::Products, ['sku' => "a\xff"]), "a\xff", 'en'),
    'numbers as text' => $same($id(Feed::Products, ['sku' => 24, 'storeViewCode' => 1.5]), '24', '1.5'),
    'NUL in a key' => $same($id(Feed::Products, ['sku' => "a\0b"]), "a\0b", 'en'),
] as $name => $result) {
    echo "$name: $result\n";
}

// Whichever is asked for first, and of many at once.
foreach (Feed::cases() as $feed) {
    $mapper = new Mapper($feed);
    $documents = [];
    for ($i = 0; $i < 100; $i++) {
        foreach (full_items()[$feed->value] as $item) {
            $key = array_key_first($item);
            $documents[] = $mapper->map([$key => "K$i"] + $item);
        }
    }
    foreach ([70, 5, 99, 0] as $first) {
        $documents[$first]->hash === sha1((string) $documents[$first]) || complain('hash');
    }
    unset($documents[50]);
    foreach ($documents as $document) {
        strlen($document->id) === 40 && $document->hash === sha1((string) $document) || complain('hash');
    }
    count(array_unique(array_map(static fn ($document): string => $document->id, $documents))) === count($documents)
        || complain('ids');
}
echo "done\n";
?>
--EXPECT--
04ef31a1fb0bd1832e0d02c60a304e73d2460e95
50882b8bf59ec602b3a13acd06981a2b21e73b2d
c4ed7a7de8ae396de42c0cd05ac3de4c333a6bba
20c2a36954157286cc0e9a844c89c3de79ad53e5
product attribute: ok
category: ok
base price without code: ok
group price by id: ok
base book: ok
base book, group 0: ok
group book: ok
group book by code: ok
bytes, not what is sent: ok
numbers as text: ok
NUL in a key: ok
done
