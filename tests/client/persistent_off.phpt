--TEST--
aco.persistent=0: each client has connections of its own, which end with it
--EXTENSIONS--
aco
--INI--
aco.persistent=0
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();
for ($n = 0; $n < 3; $n++) {
    $client = $server->client();
    $client->submit(Feed::Prices, prices(2));
    $client->submit(Feed::Prices, prices(2));
    echo $client->stats()['connections'], ' ';
    unset($client);
}
echo "\n", implode(' ', array_count_values(array_column($server->requests(), 'connection'))), "\n";
?>
--EXPECT--
1 1 1 
2 2 2
