--TEST--
ItemReader decodes as json_decode() does, but rounds no number and replaces what is no UTF-8: against a model in PHP
--EXTENSIONS--
aco
--INI--
serialize_precision=17
memory_limit=256M
--FILE--
<?php
require __DIR__ . '/reader.inc';
require __DIR__ . '/model.inc';

use Aco\Feed;
use Aco\ItemReader;
use Aco\Mapper;

/** @return array<int, array{?array<mixed>, bool, string}> by place: item, whether it was repaired, why it is none */
function decoded(array $texts): array
{
    $decoded = [];
    foreach (new ItemReader(new Mapper(Feed::Products), written(implode("\n", $texts)), 100) as $chunk) {
        foreach ($chunk->map() as $position => $mapped) {
            $reason = $mapped->isItem ? '' : $mapped->reason;
            $decoded[$mapped->line - 1] = [$chunk->item($position), $mapped->isRepaired, $reason];
        }
    }

    return $decoded;
}

function compare(string $label, array $texts): void
{
    $differences = 0;
    foreach (decoded($texts) as $i => $seen) {
        $expected = model_decode($texts[$i]);
        // var_export() tells -0.0 from 0.0 and a key from a number.
        if (var_export($seen, true) !== var_export($expected, true) && ++$differences <= 3) {
            echo $label, ': ', json_encode([$texts[$i], $seen, $expected], JSON_INVALID_UTF8_SUBSTITUTE), "\n";
        }
    }
    echo "$label: ", count($texts), " texts, $differences differences\n";
}

compare('values', array_map(static fn (string $value): string => "{\"v\":$value,\"w\":0}", [
    '9223372036854775807', '9223372036854775808', '-9223372036854775808', '-9223372036854775809',
    '18446744073709551615', '18446744073709551616', '9007199254740993', '-9007199254740993', '0', '-0', '-0.0', '0.0',
    '-0e5', '[-0]', '[ -0 ]', '"-0"', '00', '01', '-', '+1', '1.', '.5', '1e', '1e5', '1E+05', '1e-07', '1e85',
    '12345678901234567890.0', '100000000000000000000.0', '1e25', '1e400', '-1E+400', '1e-400', '0e999', '0e-999',
    '1e9999999999999999999999', '1e00000000000000000001', '0.1', '0.10000000000000001', '0.30000000000000004',
    '29.989999999999998', '1234567890123456.7', '1.7976931348623157e308', '1.7976931348623159e308', '4.9e-324',
    '2e-324', '2.2250738585072014e-308', '5.684341886080802e-14', '5.6843418860808015e-14',
    '29.50000000000000000', '1E1', '"1.23456789012345678901"', '[{"a\\"12345678901234567.5":"\\\\"},1e400,2]',
    '1234567890123456-2', '0.00000000000000000000000000001', '123456789012345.6', '1234567890123450000000000.0',
    '"cut \ud83d"', '"\ud83d\ude00"', '"\ude00\ud83d"', '"\ud83d\ud83d\ude00"', '"\uD83D\u0041"', '"\\\\ud83d"',
    '"\\\\\ud83d"', '"\ud83d\""', "\"\\ud83d and \xFF\"", "\"\xFF and \\ud83d\"", '{"\ud800":1}', '"\ud83d', '"\ud83"',
    '"\udbff\udfff \udc00"', '"\u0000"', '{"\u0000":1}', '{"\u0000a":1,"a":2}', '{"":1}', '{"":1,"":2}',
    '{"a":1,"a":2}', '{"a":{"b":1},"a":{"c":2},"b":3,"a":4}', '{"sku":1,"sku":2,"\u0073ku":3}',
    '{"1":1,"01":2,"-1":3,"-0":4,"1":5,"9223372036854775807":6,"9223372036854775808":7,"-9223372036854775808":8}',
    '{"0":"a","1":"b"}', '{" 1":1,"1 ":2,"1.0":3}', "\"\0\"", "\"a\0b\"", "\"\x1f\"", "\"\x7f\"", "\"\t\"", "\0",
    '"\x"',
    '"\u12"', '"\u12G4"', '"\/\b\f\n\r\t\"\\\\"', 'true', 'True', 'TRUE', 'nul', 'null', 'NULL', 'falsey', 'false true',
    '[]', '{}', '[[]]', '[{}]', '[,]', '[1,]', '{"a"}', '{"a":}', '{,}', '{"a":1,}', '[1 2]', '{"a":1 "b":2}', '{a:1}',
    "{'a':1}", '[1}', '{"a":1]', '"a" "b"', '1 1', "\u{2028}", "\"\u{2028}\"", "\"\u{FFFF}\"", "\"\xED\xA0\x80\"",
    "\"\xC0\x80\"", "\"\xF4\x90\x80\x80\"", "\"\xF0\x9F\x98\x80\"", "\"\xF0\x9F\x98\"", "\"\xE2\x82", "\xEF\xBB\xBF1",
    "\u{A0}1", "1\x0C", '/**/1', '1//', 'NaN', 'Infinity', '-Infinity', '0x10', '1_000',
]));
compare('texts', [
    '{}', '{}x', '{} {}', '[]', '[1]', '"a"', '1', 'true', 'null', '{', '}', '{"a":1', '{"a', '{]', '{"a":{}',
    "{\"a\":\"\xFF\"}x", '{"a":"\ud800"}x', "{\"a\":\"\xFF\"}\u{A0}", 'x{}', '"', '\\', "\xFF", '{"a":1}}', '{{}}',
]);
$nested = static fn (int $depth, string $open, string $close): string => str_repeat($open, $depth) . '1'
    . str_repeat($close, $depth);
compare('depth', [
    $nested(511, '{"a":', '}'), $nested(512, '{"a":', '}'), $nested(513, '{"a":', '}'),
    '{"a":' . $nested(510, '[', ']') . '}', '{"a":' . $nested(511, '[', ']') . '}',
    '{"a":' . $nested(512, '[', ']') . '}',
    '{"a":' . str_repeat('[', 511) . str_repeat(']', 511) . '}',
    '{"a":' . str_repeat('[', 512) . str_repeat(']', 512) . '}',
    str_repeat('[', 100000), '{"a":' . str_repeat('[', 100000),
]);

mt_srand(20);
$texts = [];
for ($i = 0; $i < 3000; $i++) {
    $digits = (string) mt_rand(1, 9);
    for ($n = mt_rand(0, 24); $n > 0; $n--) {
        $digits .= mt_rand(0, 9);
    }
    $digits = mt_rand(0, 1) ? $digits : substr_replace($digits, '.', mt_rand(1, strlen($digits)), 0) . mt_rand(0, 9);
    $exponents = ['', '', '0', 'e5', 'e-3', 'E+' . mt_rand(0, 400), 'e-' . mt_rand(0, 400), 'e' . mt_rand(0, 40)];
    $digits .= $exponents[mt_rand(0, 7)];
    $texts[] = '{"n":' . (mt_rand(0, 3) ? '' : '-') . $digits . '}';
}
compare('numbers', $texts);
$texts = ['{}'];
for ($i = 1; $i < 20000; $i++) {
    $texts[] = str_replace("\n", ' ', damaged(random_object()));
}
compare('damaged', $texts);
?>
--EXPECT--
values: 137 texts, 0 differences
texts: 24 texts, 0 differences
depth: 10 texts, 0 differences
numbers: 3000 texts, 0 differences
damaged: 20000 texts, 0 differences
