--TEST--
drain() in a forked child leaves the parent's streams to the parent
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
$logged = tempnam(sys_get_temp_dir(), 'aco');
$client = $server->client(null, static function (string $level) use ($logged): void {
    file_put_contents($logged, $level === 'warning' ? 'w' : 'd', FILE_APPEND);
});
$stream = $client->open(Feed::Prices);
$stream->push(price(1));
$pid = pcntl_fork();
if ($pid === 0) {
    pcntl_alarm(3);
    try {
        $client->drain();
    } catch (Throwable) {
    }
    exit(5);
}
pcntl_waitpid($pid, $status);
echo pcntl_wifexited($status) ? 'exit ' . pcntl_wexitstatus($status) : 'SIGNAL ' . pcntl_wtermsig($status), "\n";
echo $stream->finish()->accepted, ' ', count($server->requests()), "\n";
check('no warning about items that are not lost', !str_contains(file_get_contents($logged), 'w'), file_get_contents($logged));
unlink($logged);
?>
--EXPECT--
exit 5
1 1
no warning about items that are not lost: ok
