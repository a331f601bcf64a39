--TEST--
Limits::$shared as a store: clients share rates, a pause and the token through it
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
$limits = limits(requestsPerSecond: 20.0, shared: $store, hosts: 3);
check('the store is a property', $limits->shared === $store && $limits->hosts === 3);

$clients = [$server->client($limits), $server->client($limits), $server->client($limits)];
$start = microtime(true);
for ($n = 0; $n < 40; $n++) {
    $clients[$n % 3]->submit(Feed::Prices, prices(1, $n));
}
$seconds = microtime(true) - $start;
check('the rate is theirs together', $seconds > 38 / 20 - 0.1, $seconds);
$tokens = array_sum(array_map(static fn (Aco\Client $client): int => $client->stats()['tokenRequests'], $clients));
check('one token for all', $tokens === 1, $tokens);
$swaps = array_count_values($store->swaps);
check('few swaps a request', array_sum($swaps) < 200, $swaps);
check('small values', max(array_map(strlen(...), $store->values)) < 1000, array_map(strlen(...), $store->values));
check('no secret in it', !str_contains(serialize($store->values), SECRET), $store->values);

echo "a pause that one is asked for\n";
$server->script(['api' => [['status' => 429, 'headers' => ['Retry-After' => '2']]]]);
$start = microtime(true);
$clients[0]->submit(Feed::Prices, prices(1));
check('held the first', microtime(true) - $start >= 1.9, microtime(true) - $start);
$server->script(['api' => [['status' => 429, 'headers' => ['Retry-After' => '2']]]]);
$server->client(limits(requestsPerSecond: 20.0, shared: $store, retryBudgetMs: 0))->submit(Feed::Prices, prices(1));
$start = microtime(true);
$clients[1]->submit(Feed::Prices, prices(1));
check('held another', microtime(true) - $start >= 1.7, microtime(true) - $start);

echo "a clock that jumps\n";
foreach (['back' => -300_000_000, 'ahead' => 300_000_000, 'home' => 0] as $to => $ahead) {
    $store->ahead = $ahead;
    $start = microtime(true);
    for ($n = 0; $n < 10; $n++) {
        $clients[$n % 3]->submit(Feed::Prices, prices(1, $n));
    }
    $seconds = microtime(true) - $start;
    check($to, $seconds > 0.35 && $seconds < 10, $seconds);
}
?>
--EXPECT--
the store is a property: ok
the rate is theirs together: ok
one token for all: ok
few swaps a request: ok
small values: ok
no secret in it: ok
a pause that one is asked for
held the first: ok
held another: ok
a clock that jumps
back: ok
ahead: ok
home: ok
