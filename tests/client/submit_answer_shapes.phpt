--TEST--
submit(): slow, chunked, interim and oddly ended answers are answers
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$ok = '{"status":"ACCEPTED","acceptedCount":3}';
$server = new TestServer();
$cases = [
    'delay' => ['delay' => 0.3],
    'chunked' => ['how' => 'chunked'],
    'trickle' => ['how' => 'trickle', 'interval' => 0.005],
    'closed after' => ['how' => 'close-after'],
    'kept but said close' => ['headers' => ['Connection' => 'close']],
    'until the end of the connection' => ['how' => 'raw', 'body' => "HTTP/1.1 200 OK\r\nx-request-id: raw-1\r\n\r\n$ok"],
    'HTTP/1.0' => ['how' => 'raw', 'body' => "HTTP/1.0 200 OK\r\nX-Request-ID:raw-2   \r\n\r\n$ok"],
    'interim answers' => ['how' => 'raw', 'body' => "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: "
        . strlen($ok) . "\r\n\r\n$ok"],
    'a large answer' => ['pad' => 2_000_000],
    'a request id of many bytes' => ['headers' => ['x-request-id' => str_repeat('i', 5000)]],
    'a request id of odd bytes' => ['how' => 'raw', 'raw64' => base64_encode("HTTP/1.1 200 OK\r\nx-request-id: a\xff\x80b\r\n\r\n$ok")],
];
// One client: each connection is what the answer before has left.
$client = $server->client();
foreach ($cases as $label => $answer) {
    $server->script(['api' => [$answer]]);
    $submission = $client->submit(Feed::Prices, prices(3));
    $id = $submission->requestIds[0] ?? 'none';
    if (strlen($id) > 1000) {
        echo 'NOT CUT ';
    }
    echo str_pad($label, 34), "$submission->status $submission->accepted ",
        strlen($id) > 40 ? 'a long id' : (preg_match('//u', $id) ? $id : 'NOT UTF-8'), " $submission->reason\n";
}
?>
--EXPECT--
delay                             200 3 api-1 
chunked                           200 3 api-2 
trickle                           200 3 api-3 
closed after                      200 3 api-4 
kept but said close               200 3 api-5 
until the end of the connection   200 3 raw-1 
HTTP/1.0                          200 3 raw-2 
interim answers                   200 3 none 
a large answer                    200 3 api-9 
a request id of many bytes        200 3 a long id 
a request id of odd bytes         200 3 a??b
