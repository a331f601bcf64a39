--TEST--
submit(): a 401 renews the token once and repeats the request; a second one stops the stream
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

function tokens(TestServer $server): string
{
    return implode(' ', array_map(
        static fn (stdClass $request): string => substr($request->headers->authorization, strlen('Bearer ')),
        $server->requests(),
    ));
}

$gone = ['status' => 401, 'body' => [
    'title' => 'ErrInvalidOauthToken', 'status' => '401', 'error_code' => '401013',
    'message' => 'Oauth token is not valid',
]];

$server = new TestServer(['api' => [[], $gone]]);
$batches = 0;
$client = $server->client();
show($client->submit(Feed::Prices, prices(1200), null, static function () use (&$batches): void {
    $batches++;
}));
echo tokens($server), ' | ', $batches, ' | ', $client->stats()['tokenRequests'], "\n";
$requests = $server->requests();
check('the same request again', $requests[1]->body === $requests[2]->body);

echo "twice\n";
$server = new TestServer(['api' => [$gone, $gone]]);
$client = $server->client();
show($client->submit(Feed::Prices, prices(1200)));
echo tokens($server), "\n";
echo "the client works again\n";
show($client->submit(Feed::Prices, prices(1)));
echo tokens($server), "\n";

echo "one token for all requests under way\n";
$server = new TestServer(['api' => [['delay' => 0.6] + $gone, ['delay' => 0.6] + $gone, ['delay' => 0.65] + $gone]]);
$client = $server->client(limits(concurrency: 3));
check('delivered', $client->submit(Feed::Prices, prices(1500))->accepted === 1500);
check('tokens', in_array($client->stats()['tokenRequests'], [2, 3], true), $client->stats());

echo "item errors, then 401, then 401 for the rest\n";
$server = new TestServer(['api' => [
    ['reject' => [1 => ['sku', 'bad']]], $gone, [], ['reject' => [0 => ['sku', 'bad']]], $gone, $gone,
]]);
show($server->client()->submit(Feed::Prices, prices(3)));
show($server->client()->submit(Feed::Prices, prices(3)));

echo "the new token is refused\n";
$server = new TestServer(['api' => [$gone], 'token' => [['body' => ['access_token' => 'first', 'expires_in' => 100]], [
    'status' => 400,
    'body' => ['error' => 'invalid_scope'],
]]]);
show($server->client()->submit(Feed::Prices, prices(1)));
?>
--EXPECT--
200 accepted 1200 [api-1 api-2 api-3 api-4]
tok3n-1 tok3n-1 tok3n-2 tok3n-2 | 3 | 2
the same request again: ok
twice
2 retryable 1200 [api-1 api-2]
  reason: the API answers HTTP 401: Oauth token is not valid; the token was renewed, check that the client may use this tenant
  0-1199 2 -: the API answers HTTP 401: Oauth token is not valid; the token was renewed, check that the client may use this tenant
tok3n-1 tok3n-2
the client works again
200 accepted 1 [api-3]
tok3n-1 tok3n-2 tok3n-3
one token for all requests under way
delivered: ok
tokens: ok
item errors, then 401, then 401 for the rest
200 accepted 2, rejected 1 [api-1 api-2 api-3]
  1 400 sku: bad
2 rejected 1, retryable 2 [api-4 api-5 api-6]
  reason: the API answers HTTP 401: Oauth token is not valid; the token was renewed, check that the client may use this tenant
  0 400 sku: bad
  1-2 2 -: the API answers HTTP 401: Oauth token is not valid; the token was renewed, check that the client may use this tenant
the new token is refused
2 retryable 1 [api-1]
  reason: IMS refuses the credentials (HTTP 400: invalid_scope); check client id, client secret and scope
  0 2 -: IMS refuses the credentials (HTTP 400: invalid_scope); check client id, client secret and scope
