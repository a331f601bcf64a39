--TEST--
Limits::$shared: the processes of a host keep to one rate together, also when one is killed
--EXTENSIONS--
aco
pcntl
posix
--SKIPIF--
<?php
if (getenv('SKIP_ASAN')) {
    die('skip forks');
}
?>
--FILE--
<?php
require __DIR__ . '/server.inc';
in_state_dir(__FILE__);

use Aco\Feed;

const RATE = 20.0;
const SECONDS = 3.0;

$server = new TestServer();
$start = microtime(true);
$results = in_processes(3, static function (int $process) use ($server, $start): int {
    // Each with a client of its own, more than one a process.
    $clients = [
        $server->client(limits(requestsPerSecond: RATE, shared: true)),
        $server->client(limits(requestsPerSecond: RATE, shared: true, concurrency: 4)),
    ];
    for ($n = 0; microtime(true) < $start + SECONDS; $n++) {
        if ($process === 2 && microtime(true) > $start + SECONDS / 2) {
            posix_kill(getmypid(), SIGKILL);
        }
        if ($clients[$n % 2]->submit(Feed::Prices, prices(1, 1000 * $process + $n))->accepted !== 1) {
            return -1;
        }
    }

    return $n;
});
$seconds = microtime(true) - $start;
$requests = count($server->requests());
check('the killed one was killed', $results[2] === null && $results[0] > 0 && $results[1] > 0, $results);
check('never more than the rate', $requests <= RATE * ceil($seconds), [$requests, $seconds]);
check('about all of it', $requests >= 0.5 * RATE * SECONDS, [$requests, $seconds]);

echo "a process alone afterwards\n";
$before = count($server->requests());
$start = microtime(true);
$client = $server->client(limits(requestsPerSecond: RATE, shared: true));
for ($n = 0; $n < 20; $n++) {
    $client->submit(Feed::Prices, prices(1));
}
$times = array_slice(array_column($server->requests(), 'at'), $before);
check('its rate', count($times) === 20 && end($times) - $start >= 18 / RATE - 0.05, end($times) - $start);

echo "items per minute, too\n";
$start = microtime(true);
in_processes(
    2,
    static fn (): int => $server
        ->client(limits(productsPerMinute: 12_000, shared: true))
        ->submit(Feed::Products, products(200))->accepted,
);
// One request and a half may go at once.
check('spread', microtime(true) - $start >= 250 / 200 - 0.1, microtime(true) - $start);
?>
--EXPECT--
the killed one was killed: ok
never more than the rate: ok
about all of it: ok
a process alone afterwards
its rate: ok
items per minute, too
spread: ok
