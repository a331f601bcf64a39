--TEST--
Sandbox: bodies above the limit are answered with 413 without being read
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start(['--max-body-bytes', '100000']);
$path = '/v1/catalog/products/prices';
$fits = '[' . str_repeat(' ', 99_998) . ']';
echo sandbox_summary(sandbox_post($sandbox, $path, $fits)), "\n";
echo sandbox_summary(sandbox_post($sandbox, $path, "$fits ")), "\n";
echo sandbox_summary(sandbox_post($sandbox, $path, str_repeat(' ', 5_000_000))), "\n";

$head = 'POST ' . parse_url($sandbox->ingestionUrl, PHP_URL_PATH) . "$path HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    . 'Authorization: Bearer ' . sandbox_token($sandbox) . "\r\n";
$declared = sandbox_parse(sandbox_raw($sandbox->url, $head . "Content-Length: 999999999999\r\nExpect: 100-continue\r\n\r\n"));
echo 'declared: ', $declared->status, ' ', $declared->headers['connection'], "\n";
$chunked = sandbox_parse(sandbox_raw(
    $sandbox->url,
    $head . "Transfer-Encoding: chunked\r\n\r\n" . str_repeat("2710\r\n" . str_repeat(' ', 10_000) . "\r\n", 11),
));
echo 'chunked: ', $chunked->status, ' ', $chunked->headers['connection'], "\n";
?>
--EXPECT--
200 ACCEPTED 0
413 text/html;charset=UTF-8
413 text/html;charset=UTF-8
declared: 413 close
chunked: 413 close
