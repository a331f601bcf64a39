--TEST--
Sandbox: the faults reset and reset-after send a TCP reset
--SKIPIF--
<?php
require __DIR__ . '/skipif.inc';
extension_loaded('sockets') || die('skip needs sockets');
?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$token = sandbox_token($sandbox);
$body = '[{"sku":"A","priceBookId":"main","regular":1}]';
$request = 'POST ' . parse_url($sandbox->ingestionUrl, PHP_URL_PATH) . "/v1/catalog/products/prices HTTP/1.1\r\n"
    . "Host: localhost\r\nAuthorization: Bearer $token\r\nContent-Type: application/json\r\n"
    . 'Content-Length: ' . strlen($body) . "\r\n\r\n$body";

foreach (['reset', 'reset-after', 'garbage'] as $type) {
    sandbox_fault($sandbox, ['times' => 1, 'fault' => ['type' => $type]]);
    $socket = socket_create(AF_INET, SOCK_STREAM, SOL_TCP);
    socket_connect($socket, '127.0.0.1', parse_url($sandbox->url, PHP_URL_PORT));
    socket_write($socket, $request);
    $received = @socket_recv($socket, $bytes, 1000, MSG_WAITALL);
    echo "$type: ", $received === false ? socket_strerror(socket_last_error($socket)) : "$received bytes", ', ';
    echo count(sandbox_entities($sandbox, 'prices')), " stored\n";
    socket_close($socket);
}
?>
--EXPECT--
reset: Connection reset by peer, 0 stored
reset-after: Connection reset by peer, 1 stored
garbage: 64 bytes, 1 stored
