--TEST--
Keep-alive: submissions of few and of many requests in turn open no more connections than there are requests at once
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../client/server.inc';

use Aco\Feed;

$server = new TestServer(['default' => ['delay' => 0.1], 'record' => false]);
$client = $server->client(limits(concurrency: 8));
$opened = [];
for ($i = 0; $i < 5; $i++) {
    foreach ([6000, 500, 1000] as $count) {
        $client->submit(Feed::Prices, prices($count));
        $opened[] = $client->stats()['connections'];
    }
}
check('connections', max($opened) <= 8 && max($opened) > 1, $opened);
?>
--EXPECT--
connections: ok
