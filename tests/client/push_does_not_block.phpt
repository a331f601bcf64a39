--TEST--
Stream::push() does not wait for answers while the window is open, and does when it is full
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Batch;
use Aco\Feed;

foreach ([1, 4] as $concurrency) {
    $server = new TestServer();
    $answered = 0;
    $client = $server->client(limits(concurrency: $concurrency));
    $stream = $client->open(Feed::Prices, null, static function (Batch $batch) use (&$answered): void {
        $answered++;
    });
    // There is a token, and a connection.
    $client->submit(Feed::Prices, prices(1));
    $server->script(['default' => ['delay' => 4]]);
    $start = microtime(true);
    // As many as may be under way, one more that waits, and one that is being filled.
    $open = 500 * ($concurrency + 2);
    foreach (prices($open) as $price) {
        $stream->push($price);
    }
    check("$concurrency: before the first answer", $answered === 0, [$answered, microtime(true) - $start]);
    check('  sent meanwhile', count($server->requests()) > 1, count($server->requests()));
    if ($concurrency === 4) {
        $stream->push(price($open));
        check(
            '  the window is full',
            $answered > 0 && microtime(true) - $start >= 4,
            [$answered, microtime(true) - $start],
        );
        $server->script(['default' => ['delay' => 0]]);
        echo $stream->finish()->accepted - $open, "\n";
    }
    unset($stream, $client);
    $server->stop();
}
?>
--EXPECT--
1: before the first answer: ok
  sent meanwhile: ok
4: before the first answer: ok
  sent meanwhile: ok
  the window is full: ok
1
