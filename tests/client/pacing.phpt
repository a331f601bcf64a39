--TEST--
The rates of Limits are kept; other feeds are not held back by the rate of one
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

/** Seconds from a call until its last request arrived: a busy machine makes them more, and never fewer. */
function seconds(TestServer $server, callable $call): float
{
    $start = microtime(true);
    $call();

    return max(array_column($server->requests(), 'at')) - $start;
}

$server = new TestServer();
$cases = [
    // One may go at once and the next one soon, the others follow at the rate.
    'requests' => [['requestsPerSecond' => 5.0], Feed::Prices, prices(4000), 1.2, 8],
    'requests side by side' => [['requestsPerSecond' => 5.0, 'concurrency' => 8], Feed::Prices, prices(4000), 1.2, 8],
    // One full request may go at once, and half of the next.
    'products' => [['productsPerMinute' => 24_000], Feed::Products, products(400), 0.62, 4],
    'prices' => [['pricesPerMinute' => 120_000], Feed::Prices, prices(1500), 0.37, 3],
    'prices, deleted and live' => [['pricesPerMinute' => 120_000], Feed::Prices,
        array_map(static fn (int $n): array => price($n, ['deleted' => $n % 2 === 0]), range(1, 1500)), 0.37, 4],
];
foreach ($cases as $label => [$limits, $feed, $items, $least, $requests]) {
    $before = count($server->requests());
    $client = $server->client(limits(...$limits));
    // Mapped before, so that a slow build does not stay below the rate by itself.
    $mapper = new Aco\Mapper($feed);
    $documents = array_map(static fn (array $item): Aco\Document => $mapper->map($item), $items);
    $seconds = seconds($server, static function () use ($client, $feed, $documents, &$submission): void {
        $submission = $client->submit($feed, $documents);
    });
    check(
        $label,
        $submission->accepted + $submission->deleted === count($items)
            && count($server->requests()) - $before === $requests && $seconds >= $least,
        [$seconds, count($server->requests()) - $before],
    );
    check('  the wait is counted', $client->stats()['waitedMs'] > 0, $client->stats());
}

echo "a rate is the client's, over submissions\n";
$client = $server->client(limits(requestsPerSecond: 10.0));
$seconds = seconds($server, static function () use ($client): void {
    for ($i = 0; $i < 6; $i++) {
        $client->submit(Feed::Prices, prices(1));
    }
});
check('spread', $seconds >= 0.4, $seconds);

echo "price books do not wait for prices\n";
$client = $server->client(limits(pricesPerMinute: 30_000));
$prices = $client->open(Feed::Prices);
$books = $client->open(Feed::PriceBooks);
foreach (prices(1000) as $price) {
    $prices->push($price);
}
$start = microtime(true);
$books->push(['websiteCode' => 'base', 'currency' => 'USD', 'websiteName' => 'Base']);
echo $books->finish()->accepted, "\n";
$booked = microtime(true);
echo $prices->finish()->accepted, "\n";
check('the books were first', $booked - $start < microtime(true) - $start - 0.2);

echo "the items sent again after a 400 are paced, too\n";
$server->script(['api' => [
    ['reject' => [0 => ['sku', 'bad']]],
    ['reject' => [0 => ['sku', 'bad']]],
    ['reject' => [0 => ['sku', 'bad']]],
]]);
$before = count($server->requests());
$client = $server->client(limits(requestsPerSecond: 5.0));
$seconds = seconds($server, static fn () => $client->submit(Feed::Prices, prices(5)));
check('spread', count($server->requests()) - $before === 4 && $seconds >= 0.4, $seconds);
?>
--EXPECT--
requests: ok
  the wait is counted: ok
requests side by side: ok
  the wait is counted: ok
products: ok
  the wait is counted: ok
prices: ok
  the wait is counted: ok
prices, deleted and live: ok
  the wait is counted: ok
a rate is the client's, over submissions
spread: ok
price books do not wait for prices
1
1000
the books were first: ok
the items sent again after a 400 are paced, too
spread: ok
