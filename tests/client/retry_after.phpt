--TEST--
submit(): a 429 is waited for as told, in seconds or as a date; what tells nothing is backed off from
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$now = time();
$date = static fn (int $seconds): string => gmdate('D, d M Y H:i:s \G\M\T', $now + $seconds);
$cases = [
    'seconds' => [['Retry-After' => '1'], 1],
    'a date' => [['Retry-After' => $date(100_001), 'Date' => $date(100_000)], 1],
    'a date, by the clock of another hour' => [['Retry-After' => $date(-3599), 'Date' => $date(-3600)], 1],
    'a date that is past' => [['Retry-After' => $date(-60), 'Date' => $date(0)], 0],
    'zero' => [['Retry-After' => '0'], 0],
    'none' => [[], 0],
    'nothing' => [['Retry-After' => ''], 0],
    'negative' => [['Retry-After' => '-5'], 0],
    'a fraction' => [['Retry-After' => '1.5'], 0],
    'garbage' => [['Retry-After' => 'soon'], 0],
    'long garbage' => [['Retry-After' => str_repeat('9 later ', 500)], 0],
    'the header of a 503' => [['Retry-After' => '1'], 1, 503],
];
foreach ($cases as $label => $case) {
    [$headers, $least] = $case;
    // A wait as told is no attempt.
    $server = new TestServer(['api' => [
        ['status' => $case[2] ?? 429, 'headers' => $headers, 'body' => '<html>Too many</html>'],
    ]]);
    $client = $server->client(limits(maxAttempts: 1));
    $start = microtime(true);
    $submission = $client->submit(Feed::Prices, prices(3));
    $requests = $server->requests();
    $seconds = end($requests)->at - $requests[0]->at;
    check(
        $label,
        $submission->accepted === 3
            && count($requests) === 2
            && $requests[0]->body === $requests[1]->body
            && $seconds >= $least
            && $client->stats()['retries'] === 1
                && $client->stats()['waitedMs'] >= $least * 1000 - 50
                && ($least > 0 || microtime(true) - $start < 10),
        [$submission, $seconds, $client->stats()],
    );
    $server->stop();
}

echo "all streams of the client wait\n";
$server = new TestServer(['api' => [['status' => 429, 'headers' => ['Retry-After' => '1']]]]);
$client = $server->client();
$prices = $client->open(Feed::Prices);
$products = $client->open(Feed::Products);
foreach (prices(501) as $price) {
    $prices->push($price);
}
foreach (products(200) as $product) {
    $products->push($product);
}
echo $products->finish()->accepted, ' ', $prices->finish()->accepted, "\n";
$times = array_column($server->requests(), 'at');
check('nothing in between', count($times) === 5 && $times[1] - $times[0] >= 1, $times);

echo "it is no attempt, and no reason to end\n";
$server = new TestServer(['api' => array_fill(0, 4, ['status' => 429])]);
show($server->client(limits(maxAttempts: 1))->submit(Feed::Prices, prices(3000)), '', false);

echo "but for as long as requests may be tried again\n";
$server = new TestServer(['default' => ['status' => 429, 'headers' => ['Retry-After' => '1']]]);
$start = microtime(true);
$submission = $server->client(limits(retryBudgetMs: 3500))->submit(Feed::Prices, prices(3000));
$seconds = microtime(true) - $start;
echo "$submission->status $submission->retryable $submission->reason\n";
check(
    'in time',
    $seconds >= 2.9 && $seconds < 10 && count($server->requests()) <= 6,
    [$seconds, count($server->requests())],
);
?>
--EXPECT--
seconds: ok
a date: ok
a date, by the clock of another hour: ok
a date that is past: ok
zero: ok
none: ok
nothing: ok
negative: ok
a fraction: ok
garbage: ok
long garbage: ok
the header of a 503: ok
all streams of the client wait
200 501
nothing in between: ok
it is no attempt, and no reason to end
200 accepted 3000 [10]
but for as long as requests may be tried again
2 3000 the API answers HTTP 429
in time: ok
