--TEST--
aco.persistent: a forked child leaves the idle connections to its parent
--EXTENSIONS--
aco
pcntl
--SKIPIF--
<?php
if (getenv('SKIP_ASAN')) {
    die('skip a child cannot free what is its parent\'s, which a leak checker reports');
}
?>
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();

function connections(int $from): int
{
    global $server;
    $client = $server->client();
    $accepted = $client->submit(Feed::Prices, prices(2, $from))->accepted;
    return $accepted === 2 ? $client->stats()['connections'] : -1;
}

echo 'parent: ', connections(0), ' ', connections(0), "\n";
// The children of the child, too.
$results = in_processes(3, static fn (int $child): array => [
    connections(10 * $child + 10), connections(10 * $child + 10),
    ...in_processes(1, static fn (): array => [connections(100), connections(100)])[0],
]);
echo json_encode($results), "\n";
echo 'parent: ', connections(0), "\n";
$users = [];
foreach ($server->requests() as $request) {
    $users[$request->connection][$request->json[0]['sku']] = true;
}
check('nobody uses what is not his', max(array_map(count(...), $users)) === 1 && count($users) === 7, $users);
?>
--EXPECT--
parent: 1 0
[[1,0,1,0],[1,0,1,0],[1,0,1,0]]
parent: 0
nobody uses what is not his: ok
