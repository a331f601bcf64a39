--TEST--
Sandbox: gzip bodies are inflated within bounds
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start(['--max-body-bytes', '1000000']);
$body = json_encode([['sku' => 'A', 'priceBookId' => 'main', 'regular' => 1]]);
$gzip = gzencode($body);
$bodies = [
    'good' => $gzip,
    'best compression' => gzencode($body, 9),
    'cut' => substr($gzip, 0, -10),
    'header only' => substr($gzip, 0, 10),
    'empty' => '',
    'wrong checksum' => substr_replace($gzip, "\xff\xff\xff\xff", -8, 4),
    'more after the end' => $gzip . $gzip,
    'zlib' => gzcompress($body),
    'not compressed' => $body,
    'bomb' => gzencode(str_repeat(' ', 50_000_000)),
    'bomb of values' => gzencode('[' . str_repeat('[],', 300_000) . '[]]'),
    'inflates to no JSON' => gzencode('[{'),
];
foreach ($bodies as $label => $bytes) {
    $answer = sandbox_post($sandbox, '/v1/catalog/products/prices', $bytes, 'POST', ['Content-Encoding' => 'gzip']);
    echo "$label: ", strtok(sandbox_summary($answer), "\n"), isset($answer->json->errors) ? ' with item errors' : '',
        "\n";
}
echo sandbox_summary(sandbox_post($sandbox, '/v1/catalog/products/prices', $gzip)), "\n";
?>
--EXPECT--
good: 200 ACCEPTED 1
best compression: 200 ACCEPTED 1
cut: 400 The gzip body ends too early.
header only: 400 The gzip body ends too early.
empty: 400 The gzip body ends too early.
wrong checksum: 400 The body is not valid gzip.
more after the end: 400 There are bytes after the end of the gzip body.
zlib: 400 The body is not valid gzip.
not compressed: 400 The body is not valid gzip.
bomb: 413 text/html;charset=UTF-8
bomb of values: 400 Items validation failed for 2000 items with item errors
inflates to no JSON: 400 The body is not valid JSON: Syntax error.
400 The body is not valid JSON: Control character error, possibly incorrectly encoded.
