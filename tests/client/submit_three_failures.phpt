--TEST--
submit(): after three failures in a row without time to try again nothing more is sent, and all that is left is to be sent again
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$limits = limits(retryBudgetMs: 0);
$down = ['status' => 503];

echo "three in a row\n";
$server = new TestServer(['default' => $down]);
$calls = [];
$client = $server->client($limits);
show($client->submit(Feed::Prices, prices(5200), null, static function (Aco\Batch $batch) use (&$calls): void {
    $calls[] = $batch->status . ':' . count($batch->results) . ($batch->requestId === '' ? '' : "($batch->requestId)");
}));
echo count($server->requests()), "\n";
echo 'a new submission tries again: ', $client->submit(Feed::Prices, prices(1))->retryable, ' ',
    count($server->requests()), "\n";

echo "successes between\n";
$server = new TestServer(['api' => [
    $down, $down, [], $down, $down, ['reject' => [0 => ['sku', 'bad']]], $down, $down, [],
]]);
$submission = $server->client($limits)->submit(Feed::Prices, prices(4000));
echo $submission->status, ' ', $submission->accepted, ' ', $submission->rejected, ' ', $submission->retryable, ' ',
    count($server->requests()), "\n";

echo "several at once\n";
// Those under way when the first fails are the same trouble, whether they are answered with it or after the next
// attempt began.
foreach (['answered together' => 4, 'the others after the next attempt began' => 5] as $label => $others) {
    $server = new TestServer([
        'api' => [['hold' => 4] + $down, ...array_fill(0, 3, ['hold' => $others] + $down)],
        'default' => ['delay' => 0.1] + $down,
    ]);
    $submission = $server->client(limits(retryBudgetMs: 0, concurrency: 4))->submit(Feed::Prices, prices(10000));
    $sent = count($server->requests());
    check($label, $sent === 4 + 2 && $submission->retryable === 10000, [$sent, $submission->retryable]);
    $server->stop();
}

echo "another feed of the same client goes on\n";
$server = new TestServer(['api' => array_fill(0, 3, ['path' => '/prices'] + $down)]);
$client = $server->client($limits);
$prices = $client->open(Feed::Prices);
$books = $client->open(Feed::PriceBooks);
foreach (prices(2500) as $price) {
    $prices->push($price);
}
$books->push(['websiteCode' => 'base', 'currency' => 'USD', 'websiteName' => 'Base']);
show($books->finish(), 'books', false);
show($prices->finish(), 'prices', false);
?>
--EXPECT--
three in a row
2 retryable 5200 [api-1 api-2 api-3]
  reason: the API answers HTTP 503
  0-5199 2 -: the API answers HTTP 503
3
a new submission tries again: 1 4
successes between
2 1000 1 2999 9
several at once
answered together: ok
the others after the next attempt began: ok
another feed of the same client goes on
books: 200 accepted 1 [1]
prices: 2 retryable 2500 [3]
  reason: the API answers HTTP 503
  0-2499 2 -: the API answers HTTP 503
