--TEST--
No more requests are under way than concurrency allows, and as many as it allows
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

foreach ([1, 3, 8] as $concurrency) {
    // The first are answered when as many are there; one too many would arrive in the time that these still take.
    $first = array_fill(0, $concurrency, ['hold' => $concurrency, 'delay' => 0.08]);
    $server = new TestServer(['api' => $first, 'default' => ['delay' => 0.08]]);
    $client = $server->client(limits(concurrency: $concurrency));
    $submission = $client->submit(Feed::Prices, prices(6000));
    $most = max(array_column($server->requests(), 'inFlight'));
    $connections = count(array_unique(array_column($server->requests(), 'connection')));
    check(
        "$concurrency",
        $submission->accepted === 6000 && $most === $concurrency && $connections <= $concurrency + 1,
        [$most, $connections, $submission->accepted],
    );
    $server->stop();
}

echo "the generator is not read far ahead of the answers\n";
$server = new TestServer(['api' => array_fill(0, 2, ['hold' => 2, 'delay' => 0.05]), 'default' => ['delay' => 0.05]]);
$read = $answered = $ahead = 0;
$items = (static function () use (&$read, &$answered, &$ahead): Generator {
    foreach (prices(10_000) as $price) {
        $read++;
        $ahead = max($ahead, $read - $answered);
        yield $price;
    }
})();
$server->client(limits(concurrency: 2))->submit(Feed::Prices, $items, null, static function (
    Aco\Batch $batch,
) use (&$answered): void {
    $answered += count($batch->results);
});
check('ahead', $ahead >= 1000 && $ahead <= 5 * 500, $ahead);
?>
--EXPECT--
1: ok
3: ok
8: ok
the generator is not read far ahead of the answers
ahead: ok
