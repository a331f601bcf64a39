--TEST--
submit(): a request that fails maxAttempts times is given up, the batches beside it are delivered
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

foreach ([[1, 1], [1, 4], [2, 4], [4, 1]] as [$maxAttempts, $concurrency]) {
    $server = new TestServer(['api' => [[
        'contains' => '"p700"', 'always' => true, 'status' => 500, 'body' => ['message' => 'Broken'],
    ]]]);
    $client = $server->client(limits(maxAttempts: $maxAttempts, concurrency: $concurrency));
    $seen = [];
    // Each batch after the second is there to end a row of failures.
    $submission = $client->submit(Feed::Prices, prices(4000), null, static function (
        Aco\Batch $batch,
    ) use (&$seen): void {
        $seen[] = $batch->status;
    });
    $failed = array_filter(
        $server->requests(),
        static fn (stdClass $request): bool => in_array('p700', array_column($request->json, 'sku'), true),
    );
    sort($seen);
    check(
        "$maxAttempts attempts, $concurrency at once",
        count($failed) === $maxAttempts
            && $submission->status === 2
            && $submission->accepted === 3500
            && $submission->retryable === 500
            && array_keys($submission->failedItems) === range(500, 999)
                && $submission->reason === 'the API answers HTTP 500: Broken'
            && $seen === [2, 200, 200, 200, 200, 200, 200, 200] && $client->stats()['retries'] === $maxAttempts - 1,
        [count($failed), $submission->accepted, $submission->retryable, $submission->reason, $seen, $client->stats()],
    );
    $server->stop();
}

echo "all of them fail: each is tried so often, and no longer than retryBudgetMs\n";
foreach ([[2, 60_000, 4.0], [20, 1500, 6.0]] as [$maxAttempts, $budget, $most]) {
    $server = new TestServer(['default' => ['status' => 500]]);
    $start = microtime(true);
    $submission = $server
        ->client(limits(maxAttempts: $maxAttempts, retryBudgetMs: $budget, concurrency: 2))
        ->submit(Feed::Prices, prices(1500));
    $seconds = microtime(true) - $start;
    $attempts = array_count_values(
        array_map(static fn (stdClass $request): string => $request->json[0]['sku'], $server->requests()),
    );
    check(
        "$maxAttempts attempts in $budget ms",
        $submission->retryable === 1500 && count($attempts) >= 1 && max($attempts) <= $maxAttempts
        && ($budget < 60_000 || array_values($attempts) === [2, 2, 2]) && $seconds < $most, [$attempts, $seconds]);
    $server->stop();
}
?>
--EXPECT--
1 attempts, 1 at once: ok
1 attempts, 4 at once: ok
2 attempts, 4 at once: ok
4 attempts, 1 at once: ok
all of them fail: each is tried so often, and no longer than retryBudgetMs
2 attempts in 60000 ms: ok
20 attempts in 1500 ms: ok
