--TEST--
Limits::$shared: a stopped process that holds the rates is waited for a while, then its tenant goes on with a warning, within the rates
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

/** A process that holds the file and is stopped. */
function stopped(string $file): int
{
    $child = pcntl_fork();
    if ($child === 0) {
        $handle = fopen($file, 'r+');
        flock($handle, LOCK_EX);
        posix_kill(getmypid(), SIGSTOP);
        exit(0);
    }
    pcntl_waitpid($child, $status, WUNTRACED);

    return $child;
}

$log = [];
$logger = static function (string $level, string $message) use (&$log): void {
    if ($level === 'warning') {
        $log[] = $message;
    }
};
$server = new TestServer();
$limits = limits(shared: true, requestsPerSecond: 4.0);
$client = $server->client($limits, $logger);
$other = $server->client($limits, $logger);
echo $client->submit(Feed::Prices, prices(2))->accepted, $other->submit(Feed::Prices, prices(2))->accepted, "\n";
$file = glob(ini_get('aco.state_dir') . '/quota-*')[0];
$child = stopped($file);
$start = microtime(true);
$submission = $client->submit(Feed::Prices, prices(2));
$waited = microtime(true) - $start;
echo "$submission->status $submission->accepted $submission->reason\n";
check('patient', $waited >= 3 && $waited < 12, $waited);
echo str_replace($file, 'FILE', implode("\n", $log)), "\n";

$log = [];
// The others have nothing to wait for, nor has the one that was stopped.
$start = microtime(true);
foreach ([
    $other, $client, $server->client($limits, $logger), $other, $client, $other, $client, $other, $client,
] as $one) {
    echo $one->submit(Feed::Prices, prices(2))->accepted;
}
$took = microtime(true) - $start;
echo "\n";
check('within the rates', $took >= (9 - 3) / 4 - 0.1, $took);
check('no more patience', $took < 6, $took);
check('told once', $log === [], $log);
posix_kill($child, SIGCONT);
pcntl_waitpid($child, $status);
echo $client->submit(Feed::Prices, prices(2))->accepted, "\n";
echo implode(' ', array_map(
    static fn (string $path): string => preg_replace('~[0-9a-f]{40}~', 'HASH', basename($path)),
    glob(ini_get('aco.state_dir') . '/quota-*'),
)),
    "\n";
?>
--EXPECT--
22
200 2 
patient: ok
FILE was locked for seconds by a stalled process, and was taken over: look for a stopped one
222222222
within the rates: ok
no more patience: ok
told once: ok
2
quota-3-HASH quota-3-HASH.lock
