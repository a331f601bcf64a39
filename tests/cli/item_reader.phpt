--TEST--
Items from JSON arrays: as json_decode() of the whole sees them; what is damaged is named
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--INI--
memory_limit=128M
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Source\BadLine;
use Aco\Cli\Source\ByteReader;
use Aco\Cli\Source\ItemReader;
use Aco\Cli\Source\SourceException;

$folder = scratch();

/** @return array{list<mixed>, string} items, then why reading ended */
function read(string $bytes): array
{
    static $folder;
    $folder ??= scratch();
    file_put_contents("$folder/items.json", $bytes);
    $reader = new ItemReader(ByteReader::file("$folder/items.json"));
    $items = [];
    try {
        while (($item = $reader->next()) !== null) {
            $items[] = $item instanceof BadLine ? "{$item->place()}: $item->reason" : $item;
        }

        return [$items, 'end'];
    } catch (SourceException $e) {
        return [$items, $e->getMessage()];
    }
}

$handle = fopen("$folder/large.json", 'wb');
fwrite($handle, '[');
$item = json_encode(product('LARGE', ['name' => str_repeat('A "name" ', 100)]));
for ($i = 0; $i < 60000; $i++) {
    fwrite($handle, ($i > 0 ? ',' : '') . $item);
}
fwrite($handle, ',{"sku":"');
for ($i = 0; $i < 34; $i++) {
    fwrite($handle, str_repeat('y', 1 << 20));
}
fwrite($handle, '"},{"sku":"LAST"}]');
fclose($handle);
$reader = new ItemReader(ByteReader::file("$folder/large.json"));
$start = memory_get_usage();
for ($count = 0; $count < 60000; $count++) {
    $reader->next();
}
check('memory', memory_get_peak_usage() - $start < 3 << 20, memory_get_peak_usage() - $start);
check(
    'too long',
    $reader->next()->reason === 'longer than 32 MiB'
        && $reader->next() === ['sku' => 'LAST']
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
    $same += read($round % 6 === 0 ? gzencode($json) : $json) === [json_decode(json_encode($items), true), 'end']
        ? 1
        : 0;
}
check('as decoded at once', $same === 200, $same);

$long = [['a' => str_repeat('x\\"', 700000)], ['b' => str_repeat('ü', 300000)], ['c' => range(1, 100000)]];
check('members longer than a block', read(json_encode($long)) === [$long, 'end']);
check('none', read('[]') === [[], 'end'] && read(" [ \n ] ") === [[], 'end']);
check('lines stay lines', read("{\"a\":1}\n{\"b\":[2]}") === [[['a' => 1], ['b' => [2]]], 'end']);

foreach ([
    '[{"a":1},', '[{"a":1}', '[{"a":"x', '[', '[{"a":1}{"b":2}]', '[{"a":1}] x', '[1,{"a":1},[2],"x,]",{"b"}]',
    '[{"a":1},]',
    '[{"a":1}}]', "[{\"a\":\"\xFF\"}]"] as $bytes) {
    echo json_encode($bytes, JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_UNICODE), ': ',
        json_encode(read($bytes), JSON_UNESCAPED_UNICODE), "\n";
}

?>
--EXPECT--
memory: yes
too long: yes
as decoded at once: yes
members longer than a block: yes
none: yes
lines stay lines: yes
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
