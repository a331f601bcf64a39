--TEST--
submit(): an answer larger than aco.max_response_bytes is not taken
--EXTENSIONS--
aco
--INI--
aco.max_response_bytes=1000
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer(['token' => [['body' => ['access_token' => 'a', 'expires_in' => 1000]]]]);
$client = $server->client(limits(maxAttempts: 1));
foreach (['below' => 900, 'above' => 1001, 'far above' => 5_000_000] as $label => $bytes) {
    foreach (['normal', 'chunked'] as $how) {
        $server->script(['api' => [['pad' => $bytes, 'how' => $how]]]);
        show($client->submit(Feed::Prices, prices(1)), "$label $how");
    }
}
$server->script(['api' => [['status' => 503, 'pad' => 2000]]]);
show($client->submit(Feed::Prices, prices(1)), 'an error');
show($client->submit(Feed::Prices, prices(1)), 'and then');

$server->script(['token' => [['body' => ['access_token' => str_repeat('a', 2000), 'expires_in' => 1000]]]]);
show($server->client(limits(maxAttempts: 1))->submit(Feed::Prices, prices(1)), 'token');
?>
--EXPECT--
below normal: 200 accepted 1 [api-1]
below chunked: 200 accepted 1 [api-2]
above normal: 2 retryable 1 [api-3]
  reason: the response is larger than aco.max_response_bytes (1000)
  0 2 -: the response is larger than aco.max_response_bytes (1000)
above chunked: 2 retryable 1 [api-4]
  reason: the response is larger than aco.max_response_bytes (1000)
  0 2 -: the response is larger than aco.max_response_bytes (1000)
far above normal: 2 retryable 1 [api-5]
  reason: the response is larger than aco.max_response_bytes (1000)
  0 2 -: the response is larger than aco.max_response_bytes (1000)
far above chunked: 2 retryable 1 [api-6]
  reason: the response is larger than aco.max_response_bytes (1000)
  0 2 -: the response is larger than aco.max_response_bytes (1000)
an error: 2 retryable 1 [api-7]
  reason: the response is larger than aco.max_response_bytes (1000)
  0 2 -: the response is larger than aco.max_response_bytes (1000)
and then: 200 accepted 1 [api-8]
token: 2 retryable 1
  reason: no token from IMS: the response is larger than aco.max_response_bytes (1000)
  0 2 -: no token from IMS: the response is larger than aco.max_response_bytes (1000)
