--TEST--
No second sees more requests arrive than the rate, wherever it begins: not at the start, and not from two processes
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

const RATE = 4;

function most_in_a_second(array $times): int
{
    sort($times);
    $most = $first = 0;
    foreach ($times as $last => $time) {
        while ($times[$first] <= $time - 1) {
            $first++;
        }
        $most = max($most, $last - $first + 1);
    }
    return $most;
}

$server = new TestServer();
foreach ([1, 2] as $count) {
    $before = count($server->requests());
    in_processes($count, static function () use ($server, $count): int {
        $client = $server->client(limits(requestsPerSecond: (float) RATE, shared: true));
        for ($n = 0; $n < 12 / $count; $n++) {
            $client->submit(Feed::Prices, prices(1, $n));
        }
        return $n;
    });
    $times = array_slice(array_column($server->requests(), 'at'), $before);
    check("$count", count($times) === 12 && most_in_a_second($times) === RATE, $times);
    // What the first ones sent is not in the seconds of the next.
    sleep(1);
}
?>
--EXPECT--
1: ok
2: ok
