--TEST--
Client::stats() counts what went over the wire
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$ims = new TestServer();
$server = new TestServer(['api' => [[], ['status' => 401]]]);
$client = $server->client(null, null, imsUrl: $ims->imsUrl);
echo json_encode($client->stats()), "\n";
$client->submit(Feed::Prices, prices(501));
$client->submit(Feed::Products, products(100));
$stats = $client->stats();
$requests = $server->requests();
var_dump($stats['requests'] === count($requests), $stats['tokenRequests'] === count($ims->requests('token')),
    $stats['bytesSent'] === array_sum(array_column($requests, 'bytes')),
    $stats['bytesUncompressed'] === array_sum(
        array_map(static fn (stdClass $request): int => strlen($request->body), $requests),
    ),
    $stats['bytesReceived'] > 30 * 3, $stats['waitedMs'] === 0);
echo $stats['requests'], ' ', $stats['tokenRequests'], ' ', $stats['retries'], "\n";

echo "a retry is a request because of a failed attempt, not one that is split or goes out with a new token\n";
$server = new TestServer(['api' => [
    ['status' => 503], ['how' => 'cut'], [], ['status' => 401], ['status' => 413], ['reject' => [0 => ['sku', 'bad']]],
]]);
$client = $server->client();
$client->submit(Feed::Prices, prices(1));
echo json_encode(array_slice($client->stats(), 0, 3)), "\n";
$client->submit(Feed::Prices, prices(4));
echo json_encode(array_slice($client->stats(), 0, 3)), "\n";
$server->script(['api' => [['status' => 503], ['reject' => [0 => ['sku', 'bad']]], ['status' => 400]]]);
$client->submit(Feed::Prices, prices(3));
echo json_encode(array_slice($client->stats(), 0, 3)), "\n";
?>
--EXPECT--
{"requests":0,"tokenRequests":0,"retries":0,"connections":0,"bytesSent":0,"bytesUncompressed":0,"bytesReceived":0,"waitedMs":0}
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
4 2 0
a retry is a request because of a failed attempt, not one that is split or goes out with a new token
{"requests":3,"tokenRequests":1,"retries":2}
{"requests":8,"tokenRequests":2,"retries":2}
{"requests":13,"tokenRequests":2,"retries":3}
