--TEST--
A forked child and its parent both submit afterwards, each on connections of its own
--EXTENSIONS--
aco
pcntl
--SKIPIF--
<?php
if (getenv('SKIP_ASAN')) {
    die('skip a child cannot free what is its parent\'s, which a leak checker reports');
}
?>
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();
$client = $server->client();
$parent = getmypid();
echo $client->submit(Feed::Prices, prices(1, 1))->accepted, "\n";
$stream = $client->open(Feed::Prices);
$stream->push(price(5));
$pid = pcntl_fork();
if ($pid === 0) {
    $code = 0;
    $code |= $client->submit(Feed::Prices, prices(700, 1000))->accepted === 700 ? 0 : 1;
    try {
        $stream->push(price(6));
        $code |= 2;
    } catch (Aco\Exception\InvalidArgumentException) {
    }
    try {
        $stream->finish();
        $code |= 4;
    } catch (Aco\Exception\InvalidArgumentException) {
    }
    $own = $client->open(Feed::Prices);
    $own->push(price(2000));
    $code |= $own->finish()->accepted === 1 ? 0 : 8;
    exit($code);
}
echo $client->submit(Feed::Prices, prices(700, 10))->accepted, "\n";
pcntl_waitpid($pid, $status);
echo pcntl_wifexited($status) ? pcntl_wexitstatus($status) : 'signal ' . pcntl_wtermsig($status), "\n";
$stream->push(price(7));
echo $stream->finish()->accepted, ' ', $client->submit(Feed::Prices, prices(1, 9))->accepted, "\n";
$mine = $theirs = [];
foreach ($server->requests() as $request) {
    if ((int) substr($request->json[0]['sku'], 1) >= 1000) {
        $theirs[$request->connection] = true;
    } else {
        $mine[$request->connection] = true;
    }
}
check('no connection is shared', array_intersect_key($mine, $theirs) === [] && $theirs !== []);
check('the parent goes on with its own', count($mine) === 1, array_keys($mine));
?>
--EXPECT--
1
700
0
2 1
no connection is shared: ok
the parent goes on with its own: ok
