--TEST--
Limits::$shared: one process asks for a token, the others take it; what lies on the disk tells nobody else
--EXTENSIONS--
aco
pcntl
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

$folder = ini_get('aco.state_dir');

/** @return list<mixed> of each process what it was told, and how many tokens it asked for */
function at_once(TestServer $server, int $processes = 3, array $connection = []): array
{
    return in_processes($processes, static function (int $process) use ($server, $connection): array {
        $client = $server->client(limits(shared: true), null, ...$connection);
        $submission = $client->submit(Feed::Prices, prices(2, 10 * $process));
        return [$submission->accepted, $submission->reason, $client->stats()['tokenRequests']];
    });
}

function asked(array $results): int
{
    return array_sum(array_column($results, 2));
}

echo "three at once\n";
$server = new TestServer(['token' => [['delay' => 0.5]]]);
$results = at_once($server);
echo json_encode(array_column($results, 0)), ' ', asked($results), ' ', count($server->requests('token')), "\n";
echo "later ones\n";
$results = at_once($server);
echo json_encode(array_column($results, 0)), ' ', asked($results), ' ', count($server->requests('token')), "\n";

echo "the file\n";
$files = glob("$folder/token-*[0-9a-f]");
echo count($files), sprintf(' %o', fileperms($files[0]) & 07777), "\n";
$bytes = file_get_contents($files[0]);
foreach (['tok3n', SECRET, 'client-1', base64_encode('tok3n-1'), bin2hex('tok3n-1')] as $hidden) {
    check("  without $hidden", strlen($bytes) > 20 && !str_contains($bytes, $hidden));
}

echo "another client, secret, scope or address has its own\n";
foreach ([['clientId' => 'client-2'], ['scope' => 'other'], ['clientSecret' => 'other']] as $connection) {
    echo asked(at_once($server, 1, $connection)), "\n";
}
$other = new TestServer();
$client = new Aco\Client($server->connection(imsUrl: $other->imsUrl), limits(shared: true));
echo $client->submit(Feed::Prices, prices(1))->accepted, ' ', count($other->requests('token')), "\n";

echo "expired: one asks again\n";
$server = new TestServer(['token' => [['body' => ['access_token' => 'short', 'expires_in' => 1]], ['delay' => 0.3]]]);
echo asked(at_once($server, 1)), "\n";
usleep(1_100_000);
$results = at_once($server);
echo json_encode(array_column($results, 0)), ' ', asked($results), ' ', count($server->requests('token')), "\n";

echo "refused by the API: renewed once\n";
$server = new TestServer(['token' => [['body' => ['access_token' => 'stale', 'expires_in' => 3600]], [
    'body' => ['access_token' => 'good', 'expires_in' => 3600],
]]]);
$clients = [
    $server->client(limits(shared: true)),
    $server->client(limits(shared: true)),
    $server->client(limits(shared: true)),
];
$server->script(['api' => []]);
foreach ($clients as $client) {
    $client->submit(Feed::Prices, prices(1));
}
$server->script(['api' => [['status' => 401, 'bearer' => 'stale', 'always' => true]]]);
foreach ($clients as $client) {
    echo $client->submit(Feed::Prices, prices(1))->accepted, ' ', $client->stats()['tokenRequests'], "\n";
}
echo count($server->requests('token')), "\n";
echo implode(' ', array_map(
    static fn (stdClass $request): string => substr($request->headers->authorization, 7),
    $server->requests(),
)),
    "\n";
?>
--EXPECT--
three at once
[2,2,2] 1 1
later ones
[2,2,2] 0 1
the file
1 600
  without tok3n: ok
  without s3cr3t-Value: ok
  without client-1: ok
  without dG9rM24tMQ==: ok
  without 746f6b336e2d31: ok
another client, secret, scope or address has its own
1
1
1
1 1
expired: one asks again
1
[2,2,2] 1 2
refused by the API: renewed once
1 2
1 0
1 0
2
stale stale stale stale good stale good stale good
