--TEST--
submit() and Mapper::map() may be called from $onBatch, generator and logger of a submission that is under way
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Batch;
use Aco\Feed;
use Aco\Mapper;

$server = new TestServer();
$client = $server->client();
$mapper = new Mapper(Feed::Prices);

echo "submit in onBatch\n";
$depth = 0;
$submission = $client->submit(Feed::Prices, prices(1200), null, static function (
    Batch $batch,
) use ($client, &$depth): void {
    if ($depth++ < 2) {
        echo '  ', count($batch->results), ' > ', $client->submit(Feed::Products, products(150), null, static function (
            Batch $batch,
        ) use ($client): void {
            $client->submit(Feed::Prices, [document('inner-' . count($batch->results))]);
        })->accepted, "\n";
    }
});
show($submission, '', false);

echo "submit in a generator\n";
$items = (static function () use ($client): Generator {
    foreach (prices(600) as $i => $price) {
        if ($i % 200 === 100) {
            echo '  ', $client->submit(Feed::Prices, prices(3, 10_000 * $i))->accepted, "\n";
        }
        yield $price;
    }
})();
echo $client->submit(Feed::Prices, $items)->accepted, "\n";

echo "map in onBatch and generator while items are being sent\n";
$before = count($server->requests());
$map = static function () use ($mapper): void {
    for ($i = 0; $i < 20; $i++) {
        $mapper->map(price("noise-$i-" . str_repeat('n', 50 * $i)));
    }
};
$items = (static function () use ($map): Generator {
    for ($i = 0; $i < 2500; $i++) {
        yield price($i % 1300);
        $map();
    }
})();
echo $client->submit(Feed::Prices, $items, null, $map)->accepted, "\n";
$skus = [];
foreach (array_slice($server->requests(), $before) as $request) {
    foreach ($request->json as $item) {
        $skus[] = $item['sku'];
    }
}
check(
    'no noise, all there, in order',
    $skus === array_map(static fn (int $i): string => 'p' . $i % 1300, range(0, 2499)),
    count($skus),
);

echo "submit in the logger\n";
$inner = $server->client();
$nested = 0;
$outer = $server->client(null, static function () use ($inner, &$nested): void {
    $nested += $inner->submit(Feed::Prices, prices(1))->accepted;
});
echo $outer->submit(Feed::Prices, prices(1200))->accepted, ' ', $nested, "\n";

echo "the client is gone before the end\n";
$gone = $server->client();
$weak = WeakReference::create($gone);
$submission = $gone->submit(Feed::Prices, prices(1200), null, static function () use (&$gone): void {
    $gone = null;
    gc_collect_cycles();
});
echo $submission->accepted, ' ', $weak->get() === null ? 'freed' : 'NOT FREED', "\n";
?>
--EXPECT--
submit in onBatch
  500 > 150
  500 > 150
200 accepted 1200 [3]
submit in a generator
  3
  3
  3
600
map in onBatch and generator while items are being sent
2500
no noise, all there, in order: ok
submit in the logger
1200 3
the client is gone before the end
1200 freed
