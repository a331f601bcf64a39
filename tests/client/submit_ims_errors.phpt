--TEST--
submit(): without a token nothing is sent, and the reason says why
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$cases = [
    '400' => ['status' => 400, 'body' => ['error' => 'invalid_client', 'error_description' => 'unknown client']],
    '401' => ['status' => 401], '403' => ['status' => 403, 'body' => '<html>'], '429' => ['status' => 429],
    '500' => ['status' => 500],
    'redirect' => ['status' => 307, 'headers' => ['Location' => 'http://127.0.0.1:1/']], 'HTML' => ['body' => '<html>'],
    'no token' => ['body' => ['expires_in' => 60]],
    'header injection' => ['body' => ['access_token' => "a\r\nX-Evil: 1", 'expires_in' => 60]],
    'expired at once' => ['body' => ['access_token' => 'a', 'expires_in' => 0]],
];
$server = new TestServer();
foreach ($cases as $label => $answer) {
    $server->script(['token' => array_fill(0, 20, $answer)]);
    $client = $server->client(limits(maxAttempts: 1));
    $submission = $client->submit(Feed::Prices, prices(3));
    echo str_pad($label, 18), "$submission->status $submission->accepted $submission->retryable ", count($submission->failedItems), " $submission->reason\n";
}
check('nothing was sent', $server->requests() === [], $server->requests());
$server->script(['token' => []]);
show($client->submit(Feed::Prices, prices(3)), 'then');

echo "refused for a whole submission: asked once\n";
$server->script(['token' => [['status' => 400]]]);
$client = $server->client();
show($client->submit(Feed::Prices, prices(1700)));
echo $client->stats()['tokenRequests'], "\n";

echo "nobody there\n";
$gone = new TestServer();
$gone->stop();
$client = $server->client(limits(maxAttempts: 1), null, imsUrl: $gone->imsUrl);
$submission = $client->submit(Feed::Prices, prices(2));
var_dump($submission->status, $submission->retryable, str_contains($submission->reason, 'IMS'));
?>
--EXPECT--
400               2 0 3 3 IMS refuses the credentials (HTTP 400: unknown client); check client id, client secret and scope
401               2 0 3 3 IMS refuses the credentials (HTTP 401); check client id, client secret and scope
403               2 0 3 3 IMS refuses the credentials (HTTP 403); check client id, client secret and scope
429               2 0 3 3 no token from IMS (HTTP 429)
500               2 0 3 3 no token from IMS (HTTP 500)
redirect          2 0 3 3 no token from IMS (HTTP 307)
HTML              2 0 3 3 the response of IMS holds no access token
no token          2 0 3 3 the response of IMS holds no access token
header injection  2 0 3 3 the access token of IMS holds bytes that no header may hold
expired at once   2 0 3 3 the response of IMS does not say how many seconds its token is good: expires_in must be 1 or more
nothing was sent: ok
then: 200 accepted 3 [api-1]
refused for a whole submission: asked once
2 retryable 1700
  reason: IMS refuses the credentials (HTTP 400); check client id, client secret and scope
  0-1699 2 -: IMS refuses the credentials (HTTP 400); check client id, client secret and scope
1
nobody there
int(2)
int(2)
bool(true)
