--TEST--
A shared store that is gone: this host's share of the rates, a warning, and the store again when it is back
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../client/server.inc';
require __DIR__ . '/array_store.inc';
in_state_dir(__FILE__);

use Aco\Feed;

$server = new TestServer();
$store = new ArrayStore();
$told = [];
$client = $server->client(
    limits(requestsPerSecond: 30.0, shared: $store, hosts: 3),
    static function (string $level, string $message) use (&$told): void {
        if ($level === 'warning') {
            $told[] = $message;
        }
    },
);
$send = static function (int $count) use ($client): float {
    $start = microtime(true);
    for ($n = 0; $n < $count; $n++) {
        $client->submit(Feed::Prices, prices(1, $n));
    }

    return microtime(true) - $start;
};

$faults = [
    'throws' => static fn () => throw new RuntimeException('the server has gone away'),
    'no list' => static fn (): array => ['value' => null],
    'no time' => static fn (): array => [null, 'now'],
    'no value' => static fn (): array => [[], 1_700_000_000_000_000],
    'a time that is none' => static fn (): array => [null, PHP_INT_MAX],
    'a value that is too long' => static fn (): array => [str_repeat('x', 40_000), 1_700_000_000_000_000],
];
foreach ($faults as $fault => $before) {
    $store->before = $before;
    $told = [];
    $seconds = $send(12);
    check("$fault: a third of the rate", $seconds > 10 / 10 - 0.2, $seconds);
    echo "  ", implode("\n  ", $told), "\n";
    $store->before = null;
    for ($tries = 0; $tries < 10 && !in_array('the shared store is back', $told, true); $tries++) {
        $send(10);
    }
    check('  back', in_array('the shared store is back', $told, true), $told);
}

echo "rubbish that is stored\n";
foreach ($store->values as $key => $value) {
    $store->values[$key] = str_repeat("\xff", 100);
}
$told = [];
$seconds = $send(3);
check('counts as spent', $seconds > 0.9, $seconds);
echo '  ', implode("\n  ", $told), "\n";
$store->values = [];
$told = [];
$send(1);
echo "a store that lost all\n  ", implode("\n  ", $told), "\n";
?>
--EXPECT--
throws: a third of the rate: ok
  the shared store cannot be used, this host keeps to its share of the rates: the server has gone away
  back: ok
no list: a third of the rate: ok
  the shared store cannot be used, this host keeps to its share of the rates: swap() did not return a value and a time
  back: ok
no time: a third of the rate: ok
  the shared store cannot be used, this host keeps to its share of the rates: swap() did not return a value and a time
  back: ok
no value: a third of the rate: ok
  the shared store cannot be used, this host keeps to its share of the rates: swap() did not return a value and a time
  back: ok
a time that is none: a third of the rate: ok
  the shared store cannot be used, this host keeps to its share of the rates: swap() did not return a value and a time
  back: ok
a value that is too long: a third of the rate: ok
  the shared store cannot be used, this host keeps to its share of the rates: swap() did not return a value and a time
  back: ok
rubbish that is stored
counts as spent: ok
  the shared store has lost rates, or holds something else; they count as spent
a store that lost all
  the shared store has lost rates, or holds something else; they count as spent
