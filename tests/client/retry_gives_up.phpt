--TEST--
submit(): a request that fails maxAttempts times is given up, the batches beside it are delivered
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

foreach ([[1, 1], [1, 4], [2, 4], [4, 1]] as [$maxAttempts, $concurrency]) {
    $server = new TestServer(['api' => [['contains' => '"p700"', 'always' => true, 'status' => 500, 'body' => ['message' => 'Broken']]]]);
    $client = $server->client(limits(maxAttempts: $maxAttempts, concurrency: $concurrency));
    $seen = [];
    // Each batch after the second is there to end a row of failures.
    $submission = $client->submit(Feed::Prices, prices(4000), null, static function (Aco\Batch $batch) use (&$seen): void {
        $seen[] = $batch->status;
    });
    $failed = array_filter($server->requests(), static fn (stdClass $request): bool => in_array('p700', array_column($request->json, 'sku'), true));
    sort($seen);
    check(
        "$maxAttempts attempts, $concurrency at once",
        count($failed) === $maxAttempts && $submission->status === 2 && $submission->accepted === 3500 && $submission->retryable === 500
            && array_keys($submission->failedItems) === range(500, 999) && $submission->reason === 'the API answers HTTP 500: Broken'
            && $seen === [2, 200, 200, 200, 200, 200, 200, 200] && $client->stats()['retries'] === $maxAttempts - 1,
        [count($failed), $submission->accepted, $submission->retryable, $submission->reason, $seen, $client->stats()],
    );
    $server->stop();
}
?>
--EXPECT--
1 attempts, 1 at once: ok
1 attempts, 4 at once: ok
2 attempts, 4 at once: ok
4 attempts, 1 at once: ok
