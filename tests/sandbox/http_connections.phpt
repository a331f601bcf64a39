--TEST--
Sandbox: keep-alive, pipelining, chunks, HEAD, 100-continue and half-closed connections
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$token = sandbox_token($sandbox);
$path = parse_url($sandbox->ingestionUrl, PHP_URL_PATH) . '/v1/catalog/products/prices';
$head = "POST $path HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer $token\r\nContent-Type: application/json\r\n";
$body = fn (string $sku) => json_encode([['sku' => $sku, 'priceBookId' => 'main', 'regular' => 1]]);
$post = fn (string $sku, string $more = '') => $head . $more . 'Content-Length: ' . strlen($body($sku)) . "\r\n\r\n"
    . $body($sku);
$statuses = static function (string $raw): string {
    preg_match_all('~HTTP/1\.1 (\d+) |^connection: (\S+)~m', $raw, $matches, PREG_SET_ORDER);

    return implode(' ', array_map(fn (array $match) => end($match), $matches));
};

echo 'pipelined: ',
    $statuses(sandbox_raw($sandbox->url, $post('A') . $post('B') . $post('C', "Connection: close\r\n") . $post('D'))),
    "\n";
echo 'stored: ', implode(' ', array_column(sandbox_entities($sandbox, 'prices'), 'sku')), "\n";

$chunks = $head . "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
foreach (str_split($body('chunked'), 7) as $part) {
    $chunks .= dechex(strlen($part)) . ";ext=1\r\n$part\r\n";
}
echo 'chunked: ', $statuses(sandbox_raw($sandbox->url, $chunks . "0\r\nTrailer: x\r\n\r\n")), "\n";

$socket = stream_socket_client('tcp://' . substr($sandbox->url, 7));
foreach (str_split($post('slowly'), 40) as $part) {
    fwrite($socket, $part);
    usleep(2_000);
}
echo 'in small pieces: ', trim(fgets($socket)), "\n";
fclose($socket);

$socket = stream_socket_client('tcp://' . substr($sandbox->url, 7));
fwrite($socket, $head . "Expect: 100-continue\r\nConnection: close\r\nContent-Length: " . strlen($body('E')) . "\r\n\r\n");
echo 'expect: ', trim(fgets($socket)), fgets($socket) === "\r\n" ? '' : ' and more', "\n";
fwrite($socket, $body('E'));
echo 'then: ', trim(fgets($socket)), "\n";
fclose($socket);

$socket = stream_socket_client('tcp://' . substr($sandbox->url, 7));
fwrite($socket, $post('half'));
stream_socket_shutdown($socket, STREAM_SHUT_WR);
echo 'half-closed: ', $statuses(stream_get_contents($socket)), "\n";
fclose($socket);

echo 'HTTP/1.0: ', $statuses(sandbox_raw($sandbox->url, "GET /api/faults HTTP/1.0\r\n\r\n")), "\n";
echo 'whole URL: ', $statuses(sandbox_raw($sandbox->url, "GET $sandbox->url/api/faults HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")), "\n";
echo 'bare line feeds: ', $statuses(sandbox_raw($sandbox->url, "GET /api/faults HTTP/1.1\nHost: localhost\nConnection: close\n\n")), "\n";

$get = sandbox_http('GET', "$sandbox->url/api/faults");
$headAnswer = sandbox_http('HEAD', "$sandbox->url/api/faults");
echo 'HEAD: ', $headAnswer->status, ' ', var_export($headAnswer->body, true), ' ',
    $headAnswer->headers['content-length'] === $get->headers['content-length'] ? 'same length' : 'other length', "\n";
echo 'ids differ: ', var_export($headAnswer->headers['x-request-id'] !== $get->headers['x-request-id'], true), "\n";
?>
--EXPECT--
pipelined: 200 keep-alive 200 keep-alive 200 close
stored: A B C
chunked: 200 close
in small pieces: HTTP/1.1 200 OK
expect: HTTP/1.1 100 Continue
then: HTTP/1.1 200 OK
half-closed: 200 keep-alive
HTTP/1.0: 200 close
whole URL: 200 close
bare line feeds: 200 close
HEAD: 200 '' same length
ids differ: true
