--TEST--
aco.persistent: a client takes over the idle connections of one before it that has the same settings
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();

/** Connections that a new client opens for two requests and a token. */
function connections(array $connection = [], ?Aco\Limits $limits = null): int
{
    global $server;
    $client = $server->client($limits, null, ...$connection);
    foreach ([1, 2] as $n) {
        if ($client->submit(Feed::Prices, prices(2))->accepted !== 2) {
            echo "NOT DELIVERED\n";
        }
    }
    return $client->stats()['connections'];
}

echo 'first: ', connections(), ', second: ', connections(), ', third: ', connections(), "\n";
check('one connection', count(array_unique(array_column($server->requests(), 'connection'))) === 1);

echo "another client id, secret or tenant is no other connection\n";
echo connections(['clientId' => 'client-2', 'clientSecret' => 'other']), ' ',
    connections(['tenantId' => 'OtherTenant0123456789']), "\n";
$tokens = array_unique(
    array_map(static fn (stdClass $request): string => $request->headers->authorization, $server->requests()),
);
check('each client has a token of its own', count($tokens) === 5, $tokens);

echo "other settings are\n";
$proxy = new TestServer();
$bundle = tempnam(sys_get_temp_dir(), 'aco');
file_put_contents($bundle, '');
foreach ([
    'timeoutMs' => 20_000, 'connectTimeoutMs' => 4000, 'caFile' => $bundle, 'proxy' => $proxy->url,
] as $name => $value) {
    echo "$name: ", connections([$name => $value]), ', again: ', connections([$name => $value]), "\n";
}
echo 'concurrency: ', connections([], limits(concurrency: 2)), "\n";
echo 'as before: ', connections(), "\n";
unlink($bundle);

echo "two clients at once do not share\n";
$one = $server->client();
$two = $server->client();
$one->submit(Feed::Prices, prices(1));
$two->submit(Feed::Prices, prices(1));
echo $one->stats()['connections'] + $two->stats()['connections'], "\n";
unset($one, $two);

echo "a server that closed it meanwhile\n";
foreach (['close-after', 'normal'] as $how) {
    $server->script(['api' => [[], ['how' => $how]]]);
    connections();
    usleep(20_000);
    $client = $server->client(limits(maxAttempts: 1));
    echo $client->submit(Feed::Prices, prices(2))->accepted, ' ', $client->stats()['requests'], ' ',
        $client->stats()['connections'], "\n";
    unset($client);
}

echo "requests that were dropped leave nothing behind\n";
$server->script(['api' => [['delay' => 0.2, 'accepted' => 77]]]);
$client = $server->client();
$stream = $client->open(Feed::Prices, null, static function (): void {
    echo "NOBODY ASKED\n";
});
foreach (prices(600) as $price) {
    $stream->push($price);
}
unset($stream, $client);
show($server->client()->submit(Feed::Prices, prices(2)), '', false);

echo "more settings than are kept\n";
for ($n = 0; $n < 12; $n++) {
    connections(['timeoutMs' => 30_001 + $n]);
}
echo connections(['timeoutMs' => 30_012]), ' ', connections(['timeoutMs' => 30_001]), "\n";
?>
--EXPECT--
first: 1, second: 0, third: 0
one connection: ok
another client id, secret or tenant is no other connection
0 0
each client has a token of its own: ok
other settings are
timeoutMs: 1, again: 0
connectTimeoutMs: 1, again: 0
caFile: 1, again: 0
proxy: 1, again: 0
concurrency: 0
as before: 0
two clients at once do not share
1
a server that closed it meanwhile
2 1 1
2 1 0
requests that were dropped leave nothing behind
200 accepted 2 [1]
more settings than are kept
0 1
