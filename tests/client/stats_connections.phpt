--TEST--
Client::stats() counts every connection that was opened, also that for the token
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();
$client = $server->client();
$client->submit(Feed::Prices, prices(1200));
$used = array_unique(
    [...array_column($server->requests(), 'connection'), ...array_column($server->requests('token'), 'connection')],
);
check('connections', $client->stats()['connections'] === count($used), [$client->stats()['connections'], count($used)]);
?>
--EXPECT--
connections: ok
