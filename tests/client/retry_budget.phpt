--TEST--
submit(): after retryBudgetMs a request is not tried again
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

echo "no time at all: one attempt\n";
foreach ([
    ['status' => 503], ['how' => 'cut'], ['status' => 429], ['status' => 429, 'headers' => ['Retry-After' => '0']],
] as $answer) {
    $server = new TestServer(['api' => [$answer]]);
    $client = $server->client(limits(retryBudgetMs: 0, maxAttempts: 20));
    $submission = $client->submit(Feed::Prices, prices(2));
    echo $submission->status, ' ', $submission->retryable, ' ', count($server->requests()), ' ',
        $client->stats()['retries'], "\n";
    $server->stop();
}

echo "the time is that of the request\n";
$server = new TestServer(['api' => [
    ['contains' => '"p0"', 'always' => true, 'status' => 500, 'delay' => 0.4],
]]);
$client = $server->client(limits(retryBudgetMs: 1000, maxAttempts: 20, concurrency: 2));
$submission = $client->submit(Feed::Prices, prices(5000));
$failed = array_values(
    array_filter($server->requests(), static fn (stdClass $request): bool => $request->json[0]['sku'] === 'p0'),
);
check(
    'given up',
    $submission->status === 2 && $submission->retryable === 500 && $submission->accepted === 4500,
    $submission->reason,
);
check('in time', count($failed) >= 2 && end($failed)->at - $failed[0]->at < 1.4 + 2, array_column($failed, 'at'));

echo "told to wait longer: nothing more is sent\n";
$server = new TestServer(['api' => [[], ['status' => 429, 'headers' => ['Retry-After' => '100']]]]);
$start = microtime(true);
show($server->client(limits(retryBudgetMs: 99_000))->submit(Feed::Prices, prices(5000)));
check('at once', microtime(true) - $start < 20);
echo count($server->requests()), "\n";
?>
--EXPECT--
no time at all: one attempt
2 2 1 0
2 2 1 0
2 2 1 0
2 2 1 0
the time is that of the request
given up: ok
in time: ok
told to wait longer: nothing more is sent
2 accepted 500, retryable 4500 [api-1 api-2]
  reason: the API answers HTTP 429
  500-4999 2 -: the API answers HTTP 429
at once: ok
2
