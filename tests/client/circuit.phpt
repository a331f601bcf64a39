--TEST--
submit(): the circuit: three attempts in a row that fail end the submission after retryBudgetMs, whatever failed and how many are in flight
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$failures = [
    'down' => ['status' => 503],
    'mixed' => null,
];
foreach ($failures as $label => $answer) {
    foreach ([1, 4] as $concurrency) {
        $server = new TestServer($answer === null
            ? ['api' => [['how' => 'cut'], ['body' => '']], 'default' => ['status' => 502]]
            : ['default' => $answer]);
        $seen = [];
        $client = $server->client(limits(concurrency: $concurrency, retryBudgetMs: 0));
        $submission = $client->submit(Feed::Prices, prices(6000), null, static function (
            Aco\Batch $batch,
        ) use (&$seen): void {
            array_push($seen, ...array_column($batch->results, 'position'));
        });
        sort($seen);
        // What was not in a batch yet is in the result only.
        $sent = count($server->requests());
        check(
            "$label, $concurrency at once",
            // Those under way when the first fails are the same trouble.
            $sent >= 3 && $sent <= $concurrency + 2 && $submission->status === 2 && $submission->retryable === 6000
                && array_keys($submission->failedItems) === range(0, 5999)
                    && $seen === range(0, count($seen) - 1)
                    && $submission->reason !== '',
            [$sent, $submission->status, $submission->retryable, $submission->reason, count($seen)],
        );
        $server->stop();
    }
}

echo "a stream says that it has stopped\n";
$server = new TestServer(['default' => ['status' => 503]]);
$stream = $server->client(limits(retryBudgetMs: 0))->open(Feed::Prices);
check('at first', !$stream->isStopped());
foreach (prices(4000) as $price) {
    $stream->push($price);
}
check('after three failures', $stream->isStopped());
$stream->finish();
try {
    $stream->isStopped();
} catch (Aco\Exception\InvalidArgumentException $e) {
    echo $e->getMessage(), "\n";
}
$server->stop();

echo "an answer about items ends the row\n";
$down = ['status' => 503];
foreach ([
    'delivered' => [],
    'rejected' => ['reject' => [0 => ['sku', 'bad']]],
    'too large' => ['status' => 413],
] as $label => $other) {
    $server = new TestServer(['api' => [$down, $down, $other, $down, $down, []]]);
    $submission = $server->client(limits(retryBudgetMs: 0))->submit(Feed::Prices, prices(2501));
    $last = $server->requests()[5];
    check(
        $label,
        $submission->accepted >= count($last->json)
            && !isset($submission->failedItems[substr($last->json[0]['sku'], 1)]),
        $submission->reason,
    );
    $server->stop();
}

echo "a streak that is short does not, nor does 429\n";
foreach (['503' => [$down, 6], '429' => [['status' => 429, 'headers' => ['Retry-After' => '0']], 4]] as $label => [
    $answer,
    $times,
]) {
    $server = new TestServer(['api' => array_fill(0, $times, $answer)]);
    $submission = $server->client(limits(concurrency: 2))->submit(Feed::Prices, prices(3000));
    check($label, $submission->accepted === 3000 && count($server->requests()) === 6 + $times, [
        $submission->accepted,
        $submission->reason,
    ]);
    $server->stop();
}

echo "a service that comes back in time\n";
$server = new TestServer(['api' => [$down, $down]]);
$submission = $server->client(limits(concurrency: 4))->submit(Feed::Prices, prices(6000));
echo $submission->status, ' ', $submission->accepted, "\n";
?>
--EXPECT--
down, 1 at once: ok
down, 4 at once: ok
mixed, 1 at once: ok
mixed, 4 at once: ok
a stream says that it has stopped
at first: ok
after three failures: ok
the stream is finished; open another one
an answer about items ends the row
delivered: ok
rejected: ok
too large: ok
a streak that is short does not, nor does 429
503: ok
429: ok
a service that comes back in time
200 6000
