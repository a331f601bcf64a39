--TEST--
Packed and hash arrays, holes, numeric keys and late keys all read the same
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/full_items.inc';

use Aco\Feed;

/* Lists with string keys and holes, fields that were added and removed again. */
function as_hash(array $value): array
{
    if (array_is_list($value)) {
        $other = ['before' => 0];
        foreach ($value as $key => $member) {
            $other[$key % 2 ? "key $key" : $key * 1000 - 7] = is_array($member) ? as_hash($member) : $member;
        }
        unset($other['before']);

        return $other;
    }
    $other = [];
    for ($i = 0; $i < 40; $i++) {
        $other[$i] = $other["removed $i"] = $i;
    }
    foreach ($value as $key => $member) {
        $other[$key] = is_array($member) ? as_hash($member) : $member;
    }
    for ($i = 0; $i < 40; $i++) {
        unset($other[$i], $other["removed $i"]);
    }

    return $other;
}

function as_holed_list(array $value): array
{
    $list = array_is_list($value);
    if ($list) {
        array_unshift($value, 'x');
    }
    $value = array_map(
        static fn (mixed $member): mixed => is_array($member) ? as_holed_list($member) : $member,
        $value,
    );
    if ($list) {
        unset($value[0]);
    }

    return $value;
}

foreach (Feed::cases() as $feed) {
    foreach (full_items()[$feed->value] as $item) {
        $expected = wire($feed, $item);
        wire($feed, as_hash($item)) === $expected || complain("$feed->value: hash arrays differ");
        wire($feed, as_holed_list($item)) === $expected || complain("$feed->value: holes differ");
        wire($feed, $item + ['7' => INF, 8 => [], '-1' => 'x', '' => 1, "sku\0" => 'y', "\0sku" => 'z']) === $expected
            || complain("$feed->value: other keys");
    }
}

// Packed arrays where fields are looked for have none.
echo wire(Feed::Products, []), "\n", wire(Feed::Products, ['A', 'en']), "\n", wire(Feed::Categories, [1 => 2]), "\n";
show_member(Feed::Products, 'attributes', ['packed entries' => ['attributes' => [[], ['attributeCode'], [3 => 'x']]]]);
show_member(Feed::Products, 'images', ['packed resources' => [
    'images' => [['resource' => ['u']], ['resource' => []]],
]]);
// Keys are case-sensitive, and made at run time as good as any.
echo wire(Feed::PriceBooks, ['WebsiteCode' => 'b']), "\n",
    wire(Feed::PriceBooks, [implode('', ['website', 'Code']) => 'b']), "\n";
// Among many others, last and first.
$fields = [];
for ($i = 0; $i < 5000; $i++) {
    $fields["websiteCode$i"] = INF;
}
echo wire(Feed::PriceBooks, $fields + LEAST['priceBooks']), "\n", wire(Feed::PriceBooks, LEAST['priceBooks'] + $fields),
    "\n";
echo strlen(wire(Feed::PriceBooks, (array) json_decode('{"websiteCode":"b","websiteName":"n"}'))), "\n";
?>
--EXPECT--
refused: sku is missing
refused: sku is missing
refused: urlPath is missing
packed entries: [{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]}]
packed resources: left out
refused: websiteCode is missing
{"priceBookId":"b","name":"b"}
{"priceBookId":"base","name":"base"}
{"priceBookId":"base","name":"base"}
30
