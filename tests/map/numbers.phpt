--TEST--
Numbers: integers digit for digit, floats in their shortest form, whatever the settings
--EXTENSIONS--
aco
--INI--
serialize_precision=14
precision=5
--FILE--
<?php
require __DIR__ . '/random.inc';
require __DIR__ . '/map.inc';

use Aco\Feed;

// With a comma where there is one; C has none everywhere.
setlocale(LC_ALL, 'de_DE.UTF-8', 'de_DE.utf8', 'fr_FR.UTF-8', 'de_DE', 'C.UTF-8', 'C');

foreach ([
    0, -1, 9007199254740993, PHP_INT_MAX, PHP_INT_MIN, 0.1, -0.1, 0.1 + 0.2, 1 / 3, 100.0, 1e15, 1e16,
    123456789012345680.0, 1e17, 1e22, 1e25,
    0.0001, 0.00001, 1.5e-7, 5e-324, 2.2250738585072014E-308, PHP_FLOAT_MAX, -PHP_FLOAT_MAX, 29.99, 1234567.891,
    0.30000000000000004,
    9007199254740993.0, 999999999999999.9, -0.0,
    '12', '-5', '1e3', '0.50', ' 7 ', '+3', '9007199254740993', '9223372036854775808', '.5', '007',
] as $number) {
    $wire = members(wire(Feed::Prices, ['regular' => $number] + LEAST['prices']))['regular'];
    // The same number as text, and in a text field.
    $attribute = ['attributes' => [['attributeCode' => 'n', 'value' => [$number], 'valueId' => $number]]];
    $text = members(wire(Feed::Products, $attribute + LEAST['products']))['attributes'];
    $asText = is_string($number) ? $number : $wire;
    str_ends_with($text, "\"values\":[\"$asText\"],\"variantReferenceId\":\"$asText\"}]") || complain("text of $asText: $text");
    echo $wire, "\n";
}

// The shortest text that reads back, as json_encode() writes it by default.
ini_set('serialize_precision', '-1');
$random = new Random(11);
for ($i = 0; $i < 20000; $i++) {
    $number = match ($random->below(4)) {
        0 => unpack('d', pack(
            'V2',
            $random->below(1 << 24) << 8 | $random->below(256),
            $random->below(1 << 24) << 8 | $random->below(256),
        ))[1],
        1 => $random->below(100000000) / 10 ** $random->below(9),
        2 => $random->below(1 << 24) * 10.0 ** ($random->below(60) - 30),
        3 => ($random->below(1 << 24) << 29 | $random->below(1 << 24)) / 2 ** $random->below(70),
    };
    if (is_finite($number)) {
        $expected = json_encode($number);
        $wire = members(wire(Feed::Prices, ['regular' => $number] + LEAST['prices']))['regular'];
        $wire === $expected || complain("$wire for $expected");
        (float) $wire === (float) $number || complain("$wire is another number than $expected");
    }
}
?>
--EXPECT--
0
-1
9007199254740993
9223372036854775807
-9223372036854775808
0.1
-0.1
0.30000000000000004
0.3333333333333333
100
1000000000000000
10000000000000000
1.2345678901234568e+17
1.0e+17
1.0e+22
1.0e+25
0.0001
1.0e-5
1.5e-7
5.0e-324
2.2250738585072014e-308
1.7976931348623157e+308
-1.7976931348623157e+308
29.99
1234567.891
0.30000000000000004
9007199254740992
999999999999999.9
-0
12
-5
1000
0.5
7
3
9007199254740993
9.223372036854776e+18
0.5
7
