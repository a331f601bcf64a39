--TEST--
submit(): a service that is away for 1.5 or 8 seconds costs no item and little time; one that stays away ends the run
--EXTENSIONS--
aco
pcntl
--INI--
aco.persistent=0
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$away = [
    'refused' => static fn (float $seconds): array => ['wait' => $seconds],
    '503' => static fn (float $seconds): array => ['api' => [['status' => 503, 'for' => $seconds]]],
    'reset' => static fn (float $seconds): array => ['api' => [['how' => 'reset', 'for' => $seconds]]],
    'IMS' => static fn (float $seconds): array => ['token' => [['status' => 502, 'for' => $seconds]]],
];
$cases = [];
foreach ($away as $label => $script) {
    foreach ([1.5, 8.0] as $seconds) {
        // One request, and more than are in flight at once.
        foreach ([50 => 1, 1500 => 4] as $items => $concurrency) {
            $cases[] = ["$label, $seconds s, $items items", $script($seconds), $items, $concurrency, $seconds];
        }
    }
}
$cases[] = ['503, one request, for ever', ['default' => ['status' => 503]], 50, 4, null];
$cases[] = ['503, many requests, for ever', ['default' => ['status' => 503]], 1500, 4, null];
$results = in_processes(count($cases), static function (int $i) use ($cases): array {
    [, $script, $items, $concurrency, $away] = $cases[$i];
    // What the same takes while the service is up: builds with sanitizers need longer.
    $server = new TestServer();
    $start = microtime(true);
    $server->client(limits(concurrency: $concurrency))->submit(Feed::Products, products($items));
    $usual = microtime(true) - $start;
    $server->stop();
    $server = new TestServer($script);
    $start = microtime(true);
    $submission = $server->client(limits(concurrency: $concurrency))->submit(Feed::Products, products($items));
    $seconds = microtime(true) - $start;
    $ok = $away === null
        ? $submission->retryable === $items && $seconds > 8.5 && $seconds < 15 + 2 * $usual
        : $submission->accepted === $items && $submission->status === 200 && $seconds < $away + 3 + 2 * $usual;
    $server->stop();

    return [$ok, $seconds, $submission->accepted, $submission->retryable, $submission->reason];
});
foreach ($cases as $i => [$label]) {
    check($label, $results[$i][0] ?? false, $results[$i]);
}
?>
--EXPECT--
refused, 1.5 s, 50 items: ok
refused, 1.5 s, 1500 items: ok
refused, 8 s, 50 items: ok
refused, 8 s, 1500 items: ok
503, 1.5 s, 50 items: ok
503, 1.5 s, 1500 items: ok
503, 8 s, 50 items: ok
503, 8 s, 1500 items: ok
reset, 1.5 s, 50 items: ok
reset, 1.5 s, 1500 items: ok
reset, 8 s, 50 items: ok
reset, 8 s, 1500 items: ok
IMS, 1.5 s, 50 items: ok
IMS, 1.5 s, 1500 items: ok
IMS, 8 s, 50 items: ok
IMS, 8 s, 1500 items: ok
503, one request, for ever: ok
503, many requests, for ever: ok
