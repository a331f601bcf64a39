--TEST--
Stream::unsent() names the items that no request has carried: neither those in flight nor those that are tried again
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();
$client = $server->client();
$client->submit(Feed::Prices, prices(1));
$server->script(['default' => ['delay' => 1]]);
$stream = $client->open(Feed::Prices);
check('at first', $stream->unsent() === []);

foreach (prices(1200) as $price) {
    $stream->push($price);
}
$unsent = $stream->unsent();
sort($unsent);
check('the first 500 are in flight', $unsent === range(500, 1199), [count($unsent), $unsent[0] ?? null]);
$server->script(['default' => ['delay' => 0]]);
$client->drain();
check('all are sent', $stream->unsent() === []);
show($stream->finish());
attempt(static fn () => $stream->unsent());
$server->stop();

echo "an attempt has failed\n";
$server = new TestServer(['api' => [['status' => 503]]]);
$left = null;
$client = $server->client(null, static function (string $level) use (&$stream, &$left): void {
    $left ??= $level === 'notice' ? $stream->unsent() : null;
});
$stream = $client->open(Feed::Prices);
$stream->push(price(1));
$stream->finish();
check('it waits for its next attempt', $left === [], $left);
$server->stop();
?>
--EXPECT--
at first: ok
the first 500 are in flight: ok
all are sent: ok
200 accepted 1200 [api-2 api-3 api-4]
Aco\Exception\InvalidArgumentException 0 final: the stream is finished; open another one
an attempt has failed
it waits for its next attempt: ok
