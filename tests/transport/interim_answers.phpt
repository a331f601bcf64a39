--TEST--
Headers of interim answers and of trailers are not those of the answer: links, Retry-After, X-Request-Id
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../client/server.inc';

$server = new TestServer();
$reader = new Aco\ServiceReader(null, new Aco\Transport(proxy: ''), new Aco\Limits(maxAttempts: 1));
$interim = "HTTP/1.1 103 Early Hints\r\nLink: </style>; rel=next\r\nRetry-After: 77\r\nX-Request-Id: interim\r\n\r\n";
$headers = "Link: </a>; rel=next\r\nLink: </b>; rel=prev\r\nRetry-After: 5\r\nX-Request-Id: final\r\n";

foreach ([
    'interim headers only' => "{$interim}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
    'those of both' => "{$interim}{$interim}HTTP/1.1 200 OK\r\n{$headers}Content-Length: 2\r\n\r\nok",
    'trailers' => "HTTP/1.1 200 OK\r\n{$headers}Transfer-Encoding: chunked\r\nTrailer: Link\r\n\r\n2\r\nok\r\n0\r\n"
        . "Link: </trailer>; rel=next\r\nX-Request-Id: trailer\r\n\r\n",
] as $label => $answer) {
    $server->script(['api' => [['how' => 'raw', 'body' => $answer]]]);
    $response = $reader->request("$server->url/" . TENANT . '/v1/catalog/products');
    echo "$label: $response[status] $response[body], links \"$response[links]\", wait ",
        json_encode($response['retryAfterMs']), ", id \"$response[requestId]\"\n";
}
?>
--EXPECT--
interim headers only: 200 ok, links "", wait null, id ""
those of both: 200 ok, links "</a>; rel=next, </b>; rel=prev", wait 5000, id "final"
trailers: 200 ok, links "</a>; rel=next, </b>; rel=prev", wait 5000, id "final"
