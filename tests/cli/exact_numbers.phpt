--TEST--
Numbers in sources: none is rounded to another, and half a surrogate pair is replaced like invalid bytes
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--INI--
serialize_precision=17
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Source\JsonDecoder;

foreach ([
    '9223372036854775807', '9223372036854775808', '-9223372036854775808', '-9223372036854775809',
    '12345678901234567890.0', '100000000000000000000.0', '1e25', '1e400', '-1E+400', '1e-400', '0e999',
    '1e9999999999999999999999',
    '0.1', '0.10000000000000001', '0.30000000000000004', '29.989999999999998', '1234567890123456.7',
    '1.7976931348623157e308',
    '29.50000000000000000', '1E1', '-0.0', '"1.23456789012345678901"', '[{"a\\"12345678901234567.5":"\\\\"},1e400,2]', '1234567890123456-2',
] as $json) {
    $value = JsonDecoder::decode($json, $repaired);
    echo "$json: ", is_float($value) ? sprintf('float %.3e', $value) : json_encode($value),
        $repaired ? ' repaired' : '', "\n";
}

// Equal texts for equal numbers alone: each of these is another number.
mt_srand(3);
$numbers = [];
for ($i = 0; $i < 3000; $i++) {
    $digits = (string) mt_rand(1, 9);
    for ($n = mt_rand(0, 24); $n > 0; $n--) {
        $digits .= mt_rand(0, 9);
    }
    $digits .= mt_rand(1, 9);
    $numbers["0.{$digits}e" . mt_rand(-330, 330)] = true;
    // Neighbours that a float does not tell apart.
    $numbers['0.' . $digits . '1e5'] = true;
    $numbers['0.' . $digits . '2e5'] = true;
}
ini_set('serialize_precision', -1);
$texts = array_map(
    static fn (string $json): string => json_encode(JsonDecoder::decode($json)),
    array_map('strval', array_keys($numbers)),
);
check('as many as were given', count(array_unique($texts)) === count($numbers), [
    count(array_unique($texts)),
    count($numbers),
]);

foreach ([
    '"cut \ud83d"', '"\ud83d\ude00"', '"\ude00\ud83d"', '"\ud83d\ud83d\ude00"', '"\uD83D\u0041"', '"\\\\ud83d"',
    '"\\\\\ud83d"', '"\ud83d\""',
    "\"\\ud83d and \xFF\"", "\"\xFF and \\ud83d\"", '{"\ud800":1}', '"\ud83d', '"\ud83"', '"\udbff\udfff \udc00"',
] as $json) {
    $value = JsonDecoder::decode($json, $repaired);
    $error = json_last_error_msg();
    echo json_encode($json, JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_UNICODE), ': ',
        json_encode($value, JSON_UNESCAPED_UNICODE),
        $repaired ? ' repaired' : '', $error === 'No error' ? '' : " ($error)", "\n";
}
$long = str_repeat('\\\\ud83d\ud83d', 300000);
check('a long one', JsonDecoder::decode("\"$long\"") === str_repeat('\ud83d' . "\u{FFFD}", 300000));

$cli = (new Cli())->startSandbox();
$cli->init();
$lines = [
    json_encode(product('SKU')), json_encode(product('SKU')), json_encode(product('HALF', ['name' => 'NAME'])),
];
$lines = [
    str_replace('"SKU"', '12345678901234567890', $lines[0]),
    str_replace('"SKU"', '12345678901234567891', $lines[1]),
    str_replace('NAME', 'cut \ud83d', $lines[2]),
];
foreach (['products.jsonl' => $lines, 'products.json' => ['[' . implode(',', $lines) . ']']] as $name => $texts) {
    $result = $cli->run(['sync', '--json', $cli->write($name, $texts)]);
    echo "$name: exit code $result->code ", json_encode($result->feed('products')), "\n";
}
$result = $cli->run(['sync', '--json', '--feed=products', '-'], stdin: gzencode(lines($lines)));
echo "standard input: exit code $result->code ", json_encode($result->feed('products')), "\n";
$held = array_map(static fn (array $product): string => "$product[sku]: $product[name]", $cli->held('products'));
echo json_encode($held, JSON_UNESCAPED_UNICODE), "\n";
$result = $cli->run(
    ['sync', '--feed=prices', '--json', '-'], stdin: str_replace('10.5', '1e400', json_encode(price('TOO-MUCH'))) . "\n"
    . str_replace('10.5', '12345678901234567890', json_encode(price('MUCH'))) . "\n");
echo "prices: exit code $result->code ", $result->json()['feeds']['prices']['failures'][0]['message'] ?? $result->out,
    "\n";
?>
--EXPECT--
9223372036854775807: 9223372036854775807
9223372036854775808: "9223372036854775808"
-9223372036854775808: -9223372036854775808
-9223372036854775809: "-9223372036854775809"
12345678901234567890.0: "12345678901234567890.0"
100000000000000000000.0: float 1.000e+20
1e25: float 1.000e+25
1e400: "1e400"
-1E+400: "-1E+400"
1e-400: "1e-400"
0e999: float 0.000e+0
1e9999999999999999999999: "1e9999999999999999999999"
0.1: float 1.000e-1
0.10000000000000001: "0.10000000000000001"
0.30000000000000004: float 3.000e-1
29.989999999999998: "29.989999999999998"
1234567890123456.7: "1234567890123456.7"
1.7976931348623157e308: float 1.798e+308
29.50000000000000000: float 2.950e+1
1E1: float 1.000e+1
-0.0: float 0.000e+0
"1.23456789012345678901": "1.23456789012345678901"
[{"a\"12345678901234567.5":"\\"},1e400,2]: [{"a\"12345678901234567.5":"\\"},"1e400",2]
1234567890123456-2: null
as many as were given: yes
"\"cut \\ud83d\"": "cut �" repaired
"\"\\ud83d\\ude00\"": "😀"
"\"\\ude00\\ud83d\"": "��" repaired
"\"\\ud83d\\ud83d\\ude00\"": "�😀" repaired
"\"\\uD83D\\u0041\"": "�A" repaired
"\"\\\\ud83d\"": "\\ud83d"
"\"\\\\\\ud83d\"": "\\�" repaired
"\"\\ud83d\\\"\"": "�\"" repaired
"\"\\ud83d and �\"": "� and �" repaired
"\"� and \\ud83d\"": "� and �" repaired
"{\"\\ud800\":1}": {"�":1} repaired
"\"\\ud83d": null (Control character error, possibly incorrectly encoded)
"\"\\ud83\"": null (Syntax error)
"\"\\udbff\\udfff \\udc00\"": "􏿿 �" repaired
a long one: yes
products.jsonl: exit code 0 {"read":3,"sent":3,"accepted":3,"repaired":1}
products.json: exit code 0 {"read":3,"unchanged":3,"repaired":1}
standard input: exit code 0 {"read":3,"unchanged":3,"repaired":1}
["12345678901234567890: Product SKU","12345678901234567891: Product SKU","HALF: cut �"]
prices: exit code 1 regular must be a finite number, INF or NAN given
