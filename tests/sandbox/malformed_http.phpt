--TEST--
Sandbox: what is not HTTP is refused, and the server stays up
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start(['--idle-timeout', '1']);
$host = "Host: localhost\r\n";
$inputs = [
    'noise' => "\x00\x01\x02\x03",
    'TLS hello' => "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    'a sentence' => "hello there, who are you\r\n\r\n",
    'no version' => "GET /\r\n\r\n",
    'HTTP/2 preface' => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    'HTTP/3' => "GET / HTTP/3.0\r\n\r\n",
    'control character in the path' => "GET /\x01 HTTP/1.1\r\n$host\r\n",
    'target that is no path' => "GET foo HTTP/1.1\r\n$host\r\n",
    'no host' => "GET / HTTP/1.1\r\n\r\n",
    'two hosts' => "GET / HTTP/1.1\r\n$host$host\r\n",
    'space before the colon' => "GET / HTTP/1.1\r\n{$host}X : 1\r\n\r\n",
    'folded header' => "GET / HTTP/1.1\r\n{$host}X: 1\r\n 2\r\n\r\n",
    'header without a name' => "GET / HTTP/1.1\r\n$host: 1\r\n\r\n",
    'NUL in a header' => "GET / HTTP/1.1\r\n{$host}X: a\0b\r\n\r\n",
    'negative length' => "POST / HTTP/1.1\r\n{$host}Content-Length: -1\r\n\r\n",
    'length in words' => "POST / HTTP/1.1\r\n{$host}Content-Length: ten\r\n\r\n",
    'two lengths' => "POST / HTTP/1.1\r\n{$host}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    'length and chunks' => "POST / HTTP/1.1\r\n{$host}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    'unknown coding' => "POST / HTTP/1.1\r\n{$host}Transfer-Encoding: gzip\r\n\r\n",
    'bad chunk size' => "POST / HTTP/1.1\r\n{$host}Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
    'chunk longer than its size' => "POST / HTTP/1.1\r\n{$host}Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n",
    'endless chunk line' => "POST / HTTP/1.1\r\n{$host}Transfer-Encoding: chunked\r\n\r\n1;" . str_repeat('x', 2000),
    'endless path' => 'GET /' . str_repeat('a', 17_000),
    'large header' => "GET / HTTP/1.1\r\n{$host}X: " . str_repeat('a', 17_000),
    'many headers' => "GET / HTTP/1.1\r\n$host" . str_repeat("X: 1\r\n", 101) . "\r\n",
    'head that never ends' => "GET / HTTP/1.1\r\n",
    'body that never ends' => "POST / HTTP/1.1\r\n{$host}Content-Length: 10\r\n\r\nabc",
];
foreach ($inputs as $label => $bytes) {
    $answer = sandbox_parse(sandbox_raw($sandbox->url, $bytes));
    echo "$label: ", sandbox_summary($answer), isset($answer->headers['x-request-id']) ? '' : ' WITHOUT ID', "\n";
}
echo 'silence: ', var_export(sandbox_raw($sandbox->url, ''), true), "\n";
echo 'still there: ', sandbox_http('GET', $sandbox->url . '/api/state')->json->requests->byEndpoint->malformed, "\n";
?>
--EXPECT--
noise: 400 This is not an HTTP request.
TLS hello: 400 This is not an HTTP request.
a sentence: 400 The request line is not well formed.
no version: 400 The request line is not well formed.
HTTP/2 preface: 505 This server speaks HTTP/1.1.
HTTP/3: 505 This server speaks HTTP/1.1.
control character in the path: 400 The request line is not well formed.
target that is no path: 400 The request target is not a path.
no host: 400 The request needs exactly one Host header.
two hosts: 400 The request needs exactly one Host header.
space before the colon: 400 A header field is not well formed.
folded header: 400 A header field is not well formed.
header without a name: 400 A header field is not well formed.
NUL in a header: 400 A header field is not well formed.
negative length: 400 The Content-Length is not one whole number.
length in words: 400 The Content-Length is not one whole number.
two lengths: 400 The Content-Length is not one whole number.
length and chunks: 400 The length of the body is ambiguous.
unknown coding: 501 The only transfer coding this server knows is chunked.
bad chunk size: 400 The size of a chunk is not a hexadecimal number.
chunk longer than its size: 400 A chunk is longer than its size says.
endless chunk line: 400 A line of the chunked body is too long.
endless path: 431 The request line and headers are longer than 16 KiB.
large header: 431 The request line and headers are longer than 16 KiB.
many headers: 431 The request has more than 100 header fields.
head that never ends: 408 The request did not arrive in time.
body that never ends: 408 The request did not arrive in time.
silence: ''
still there: 27
