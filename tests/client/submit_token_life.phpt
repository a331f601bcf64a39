--TEST--
submit(): the token is kept for its life and renewed before it ends
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer(['token' => [['body' => ['access_token' => 'short', 'expires_in' => 1]]]]);
$client = $server->client();
for ($i = 0; $i < 3; $i++) {
    $client->submit(Feed::Prices, prices(2));
}
echo 'kept: ', $client->stats()['tokenRequests'], "\n";
usleep(1_050_000);
$client->submit(Feed::Prices, prices(2));
$client->submit(Feed::Prices, prices(2));
echo 'renewed: ', $client->stats()['tokenRequests'], "\n";
echo implode(' ', array_map(
    static fn (stdClass $request): string => $request->headers->authorization,
    $server->requests(),
)),
    "\n";

$server = new TestServer(['token' => [['body' => ['access_token' => 'x', 'expires_in' => PHP_INT_MAX]]]]);
$client = $server->client();
$client->submit(Feed::Prices, prices(1));
$client->submit(Feed::Prices, prices(1));
echo 'endless: ', $client->stats()['tokenRequests'], "\n";

// Each client has its own credentials.
$client = $server->client(null, null, clientId: 'client-2', clientSecret: 'other');
$client->submit(Feed::Prices, prices(1));
parse_str($server->requests('token')[1]->body, $fields);
echo $fields['client_id'], ' ', $fields['client_secret'], "\n";
?>
--EXPECT--
kept: 1
renewed: 2
Bearer short Bearer short Bearer short Bearer tok3n-2 Bearer tok3n-2
endless: 1
client-2 other
