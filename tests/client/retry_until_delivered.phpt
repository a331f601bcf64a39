--TEST--
submit(): what a passing trouble held up is sent again, the same request, until it is delivered
--EXTENSIONS--
aco
--INI--
aco.persistent=0
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$ims = new TestServer();
$troubles = [
    '408' => ['status' => 408], '500' => ['status' => 500], '502' => ['status' => 502, 'body' => '<html>'],
    '503' => ['status' => 503],
    '504' => ['status' => 504], '599' => ['status' => 599],
    'reset' => ['how' => 'reset'], 'closed' => ['how' => 'close'], 'half a body' => ['how' => 'half'],
    'cut body' => ['how' => 'cut'],
    'no HTTP' => ['how' => 'raw', 'body' => 'no HTTP'], 'silence' => ['how' => 'hang'],
    'unreadable' => ['body' => '<html>Welcome</html>'], 'empty' => ['body' => ''],
];
foreach ($troubles as $label => $answer) {
    $times = $label === '500' ? 2 : 1;
    $server = new TestServer([
        'api' => array_fill(0, $times, $answer + ['contains' => '"p7"']),
        // What a connection that was used before does not take, libcurl repeats by itself.
        'default' => ['headers' => ['Connection' => 'close']],
    ]);
    $client = $server->client(null, null, imsUrl: $ims->imsUrl, timeoutMs: $label === 'silence' ? 1000 : 20_000);
    $seen = [];
    $submission = $client->submit(Feed::Prices, prices(501), null, static function (
        Aco\Batch $batch,
    ) use (&$seen): void {
        $seen[] = "$batch->status:" . count($batch->results);
    });
    $bodies = array_column(
        array_filter($server->requests(), static fn (stdClass $request): bool => count($request->json) === 500),
        'body',
    );
    check(
        $label,
        $submission->status === 200
            && $submission->accepted === 501
            && $submission->failedItems === []
            && $submission->reason === ''
            && count($bodies) === 1 + $times
                && $client->stats()['retries'] === $times
                && count(array_unique($bodies)) === 1
                && count($server->requests()) === 2 + $times
            && ($seen === ['200:1', '200:500'] || $seen === ['200:500', '200:1']),
        [$submission->status, $submission->reason, count($bodies), $seen, $client->stats()],
    );
    $server->stop();
}
?>
--EXPECT--
408: ok
500: ok
502: ok
503: ok
504: ok
599: ok
reset: ok
closed: ok
half a body: ok
cut body: ok
no HTTP: ok
silence: ok
unreadable: ok
empty: ok
