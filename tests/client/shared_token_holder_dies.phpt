--TEST--
Limits::$shared: when the process that asks for a token dies or hangs, another one asks
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

/** A process that asks for a token and gets no answer, at the moment when it has asked. */
function asker(TestServer $server): int
{
    $child = pcntl_fork();
    if ($child === 0) {
        $server
            ->client(limits(shared: true, maxAttempts: 1), null, timeoutMs: 60_000)
            ->submit(Feed::Prices, prices(1, 7));
        exit(0);
    }
    while ($server->requests('token') === []) {
        usleep(10_000);
    }

    return $child;
}

$server = new TestServer(['token' => [['how' => 'hang']]]);
$child = asker($server);
$in_time = microtime(true);
posix_kill($child, SIGKILL);
pcntl_waitpid($child, $status);
echo 'killed: ', $server->client(limits(shared: true))->submit(Feed::Prices, prices(2))->accepted, ' ',
    count($server->requests('token')), "\n";
check('at once', microtime(true) - $in_time < 4, microtime(true) - $in_time);

// The patience of a client is its time limit and a little more.
$server = new TestServer(['token' => [['how' => 'hang']]]);
$child = asker($server);
$start = microtime(true);
$log = [];
$logger = static function (string $level, string $message) use (&$log): void {
    if ($level === 'warning') {
        $log[] = $message;
    }
};
$client = $server->client(limits(shared: true), $logger, timeoutMs: 1000);
echo 'hangs: ', $client->submit(Feed::Prices, prices(2))->accepted, ' ', count($server->requests('token')), "\n";
check('patient', microtime(true) - $start >= 5.9, microtime(true) - $start);
echo implode("\n", $log), "\n";
posix_kill($child, SIGKILL);
pcntl_waitpid($child, $status);
?>
--EXPECT--
killed: 2 2
at once: ok
hangs: 2 2
patient: ok
another process asks for a token and does not finish; look for a stopped one. This one asks as well
