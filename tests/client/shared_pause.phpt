--TEST--
Limits::$shared: a Retry-After that one process is told pauses the tenant in all of them
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

const CLIENT = <<<'PHP'
    [, $url, $tenant, $budget, $shared] = $argv;
    $client = new Aco\Client(
        new Aco\Connection($tenant, 'c', SECRET, $url, imsUrl: $url . '/ims/token/v3', transport: new Aco\Transport(proxy: '')),
        limits(shared: $shared === 'yes', retryBudgetMs: (int) $budget),
    );
    $start = microtime(true);
    $submission = $client->submit(Aco\Feed::Prices, prices(3));
    echo json_encode([$submission->status, count($submission->failedItems), $submission->reason, microtime(true) - $start, $client->stats()['requests']]);
    PHP;

/** @return array{0: int, 1: int, 2: string, 3: float, 4: int} status, failures, reason, seconds, requests */
function submit(TestServer $server, string $folder, int $budget, string $tenant = TENANT, bool $shared = true): array
{
    [$output] = run_php_with(
        ['aco.state_dir' => $folder],
        CLIENT,
        $server->url,
        $tenant,
        (string) $budget,
        $shared ? 'yes' : 'no',
    );
    return json_decode($output, true) ?? [0, 0, $output, 0.0, 0];
}

$folder = state_dir();
$server = new TestServer();

echo "longer than anybody waits\n";
$server->script(['api' => [['status' => 429, 'headers' => ['Retry-After' => '200']]]]);
$told = submit($server, $folder, 1000);
echo "$told[0] $told[1] $told[4] $told[2]\n";
for ($i = 0; $i < 2; $i++) {
    $next = submit($server, $folder, 1000);
    echo "$next[0] $next[1] $next[4] ", preg_replace('~\d+ s~', '* s', $next[2]), "\n";
    check('at once', $next[3] < 10, $next[3]);
    check(
        'what is left',
        preg_match('~ another (\d+) s$~', $next[2], $match) === 1 && $match[1] > 100 && $match[1] <= 200,
        $next[2],
    );
}
echo "another tenant, and one that does not share, send\n";
echo submit($server, $folder, 1000, 'OtherTenant012345678ab')[0], ' ', submit($server, $folder, 1000, TENANT, false)[0],
    "\n";

echo "one that is waited for\n";
$folder = state_dir();
$server = new TestServer(['api' => [['status' => 429, 'headers' => ['Retry-After' => '3']]]]);
$first = submit($server, $folder, 1000);
$second = submit($server, $folder, 60_000);
echo "$first[0] $second[0] $second[4]\n";
[$refused, $delivered] = array_column($server->requests(), 'at');
check('waited', $delivered - $refused >= 2.9, $delivered - $refused);
?>
--EXPECT--
longer than anybody waits
2 3 1 the API answers HTTP 429
2 3 0 the API asked for a pause that lasts another * s
at once: ok
what is left: ok
2 3 0 the API asked for a pause that lasts another * s
at once: ok
what is left: ok
another tenant, and one that does not share, send
200 200
one that is waited for
2 200 1
waited: ok
