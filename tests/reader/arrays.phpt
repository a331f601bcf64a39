--TEST--
ItemReader: JSON arrays as json_decode() of the whole sees them; what is damaged is named
--EXTENSIONS--
aco
zlib
--INI--
memory_limit=128M
--FILE--
<?php
require __DIR__ . '/reader.inc';

use Aco\Feed;
use Aco\ItemReader;
use Aco\Mapper;

$handle = fopen($path = written('', 'large.json'), 'wb');
fwrite($handle, '[');
$item = json_encode(['sku' => 'LARGE', 'name' => str_repeat('A "name" ', 100)]);
for ($i = 0; $i < 60000; $i++) {
    fwrite($handle, ($i > 0 ? ',' : '') . $item);
}
fwrite($handle, ',{"sku":"');
for ($i = 0; $i < 34; $i++) {
    fwrite($handle, str_repeat('y', 1 << 20));
}
fwrite($handle, '"},{"sku":"LAST"}]');
fclose($handle);
$reader = new ItemReader(new Mapper(Feed::Products), $path);
$start = memory_get_usage();
for ($count = 0; $count < 60000; $count += count($chunk)) {
    $chunk = $reader->next();
}
check('memory', memory_get_peak_usage() - $start < 3 << 20, memory_get_peak_usage() - $start);
$chunk = $reader->next() ?? $chunk;
$last = count($chunk) - 1;
check(
    'too long',
    $chunk->map()[$last - 1]->reason === 'longer than 32 MiB' && !$chunk->map()[$last - 1]->isItem
        && $chunk->item($last - 1) === null
        && $chunk->item($last) === ['sku' => 'LAST']
        && $reader->next() === null,
);

mt_srand(7);
function text(): string
{
    $parts = ['plain', '"', '\\', '\\"', ']', '}', '[{', ',', "\n", 'Grün', '😀', "\u{2028}", '/', "\t"];

    return implode('', array_map(static fn (): string => $parts[mt_rand(0, 13)], range(1, mt_rand(1, 12))));
}
function value(int $depth): mixed
{
    return match (mt_rand(0, $depth > 3 ? 4 : 6)) {
        0 => mt_rand(),
        1 => null,
        2 => mt_rand(0, 1) === 1,
        3 => text(),
        4 => mt_rand(1, 99) / 8,
        5 => array_map(static fn (): mixed => value($depth + 1), range(1, mt_rand(1, 4))),
        6 => (object) array_combine(
            $keys = array_unique(array_map(text(...), range(1, mt_rand(1, 4)))),
            array_map(static fn (): mixed => value($depth + 1), $keys),
        ),
    };
}

$same = 0;
for ($round = 0; $round < 200; $round++) {
    $items = array_map(static fn (int $i): array => ['sku' => "S$i", 'value' => value(0)], range(1, mt_rand(1, 40)));
    $json = json_encode($items, ($round % 2 ? JSON_PRETTY_PRINT : 0) | ($round % 3 ? JSON_UNESCAPED_UNICODE : 0));
    $json = ($round % 5 === 0 ? "\xEF\xBB\xBF" : '') . ($round % 7 === 0 ? " \r\n\t" : '') . $json
        . ($round % 4 === 0 ? "\n" : '');
    $expected = [json_decode(json_encode($items), true), 'end'];
    $same += items($round % 6 === 0 ? gzencode($json) : $json, mt_rand(1, 50)) === $expected
        ? 1
        : 0;
}
check('as decoded at once', $same === 200, $same);

$long = [['a' => str_repeat('x\\"', 700000)], ['b' => str_repeat('ü', 300000)], ['c' => range(1, 100000)]];
check('members longer than a block', items(json_encode($long)) === [$long, 'end']);
check('none', items('[]') === [[], 'end'] && items(" [ \n ] ") === [[], 'end']);
check('lines stay lines', items("{\"a\":1}\n{\"b\":[2]}") === [[['a' => 1], ['b' => [2]]], 'end']);

foreach ([
    '[{"a":1},', '[{"a":1}', '[{"a":"x', '[', '[{"a":1}{"b":2}]', '[{"a":1}] x', '[1,{"a":1},[2],"x,]",{"b"}]',
    '[{"a":1},]',
    '[{"a":1}}]', "[{\"a\":\"\xFF\"}]"] as $bytes) {
    echo json_encode($bytes, JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_UNICODE), ': ',
        json_encode(items($bytes), JSON_UNESCAPED_UNICODE), "\n";
}

?>
--EXPECT--
memory: ok
too long: ok
as decoded at once: ok
members longer than a block: ok
none: ok
lines stay lines: ok
"[{\"a\":1},": [[{"a":1}],"items.json: the JSON array is incomplete"]
"[{\"a\":1}": [[],"items.json: the JSON array is incomplete"]
"[{\"a\":\"x": [[],"items.json: the JSON array is incomplete"]
"[": [[],"items.json: the JSON array is incomplete"]
"[{\"a\":1}{\"b\":2}]": [["items.json item 1: not JSON (syntax error)"],"end"]
"[{\"a\":1}] x": [[{"a":1}],"items.json: there is data after the JSON array"]
"[1,{\"a\":1},[2],\"x,]\",{\"b\"}]": [["items.json item 1: not a JSON object",{"a":1},"items.json item 3: not a JSON object","items.json item 4: not a JSON object","items.json item 5: not JSON (syntax error)"],"end"]
"[{\"a\":1},]": [[{"a":1},"items.json item 2: not JSON (syntax error)"],"end"]
"[{\"a\":1}}]": [[],"items.json: the JSON array is incomplete"]
"[{\"a\":\"�\"}]": [[{"a":"�"}],"end"]
