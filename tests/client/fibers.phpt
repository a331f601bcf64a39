--TEST--
submit() in several fibers, which suspend in $onBatch and in the generator
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();
$client = $server->client();
$fiber = static fn (int $from, int $count): Fiber => new Fiber(static fn (): Aco\Submission => $client->submit(
    Feed::Prices,
    (static function () use ($from, $count): Generator {
        foreach (prices($count, $from) as $price) {
            Fiber::suspend();
            yield $price;
        }
    })(),
    null,
    static function (Aco\Batch $batch) use ($from): void {
        echo $from, ': ', implode(' ', array_column($batch->results, 'position')), "\n";
        Fiber::suspend();
    },
));
$fibers = [$fiber(0, 1), $fiber(100, 3), $fiber(200, 5)];
foreach ($fibers as $one) {
    $one->start();
}
do {
    $running = 0;
    foreach ($fibers as $one) {
        if (!$one->isTerminated()) {
            $one->resume();
            $running++;
        }
    }
} while ($running > 0);
foreach ($fibers as $one) {
    echo $one->getReturn()->accepted, ' ', count($one->getReturn()->requestIds), "\n";
}

// One that never ends.
$left = $fiber(300, 3);
$left->start();
unset($left);
gc_collect_cycles();
echo $client->submit(Feed::Prices, prices(1))->accepted, "\n";
?>
--EXPECT--
0: 0
100: 0 1 2
200: 0 1 2 3 4
1 1
3 1
5 1
1
