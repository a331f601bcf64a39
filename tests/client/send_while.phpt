--TEST--
Aco\sendWhile(): requests start only while something holds; a process that was frozen starts none of those it has queued
--EXTENSIONS--
aco
pcntl
posix
--SKIPIF--
<?php
echo PHP_OS_FAMILY === 'Linux' ? '' : 'skip it stops a process as Linux does';
?>
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer(['api' => [['delay' => 0.05, 'always' => true]]]);
$calls = 0;
Aco\sendWhile(static function () use (&$calls): void {
    $calls++;
}, 100);
$submission = $server->client()->submit(Feed::Prices, prices(10));
check('it is asked before the first request', $calls > 0 && $submission->accepted === 10, $calls);

$before = $calls;
Aco\sendWhile(null);
$server->client()->submit(Feed::Prices, prices(10, 100));
check('not any more', $calls === $before, $calls);

Aco\sendWhile(static fn () => throw new DomainException('another has taken over'));
try {
    $server->client()->submit(Feed::Prices, prices(1, 200));
} catch (DomainException $e) {
    echo $e->getMessage(), "\n";
}
Aco\sendWhile(static fn () => $server->client()->submit(Feed::Prices, prices(1, 300)));
$calls = [
    fn () => $server->client()->submit(Feed::Prices, prices(1, 400)),
    fn () => Aco\sendWhile(strlen(...), 99),
];
foreach ($calls as $call) {
    try {
        $call();
    } catch (Aco\Exception\InvalidArgumentException $e) {
        echo $e->getMessage(), "\n";
    }
}
Aco\sendWhile(null);
Aco\sendWhile(static fn () => usleep(150_000), 100);
try {
    $server->client()->submit(Feed::Prices, prices(1, 450));
} catch (Aco\Exception\InvalidArgumentException $e) {
    echo $e->getMessage(), "\n";
}
Aco\sendWhile(null);

final class SetsAnother
{
    public function __destruct()
    {
        Aco\sendWhile(static function (): void {
            echo "that of the destructor\n";
        });
    }
}
$last = new SetsAnother();
Aco\sendWhile(static function () use ($last): void {
});
unset($last);
Aco\sendWhile(static function (): void {
    echo "that of the caller\n";
});
$server->client()->submit(Feed::Prices, prices(1, 500));
Aco\sendWhile(null);

echo "a process that is frozen\n";
$sent = count($server->requests());
$child = pcntl_fork();
if ($child === 0) {
    $asked = 0;
    Aco\sendWhile(static function () use (&$asked): void {
        if (++$asked > 1) {
            throw new DomainException('it is over');
        }
    }, 1000);
    try {
        $server->client(limits(maxRequestBytes: 1024))->submit(Feed::Prices, prices(1000, 1000));
    } catch (DomainException) {
        posix_kill(getmypid(), SIGKILL);
    }
    posix_kill(getmypid(), SIGTERM);
}
while (count($server->requests()) < $sent + 3) {
    usleep(10_000);
}
posix_kill($child, SIGSTOP);
usleep(300_000);
$then = count($server->requests());
usleep(1_500_000);
posix_kill($child, SIGCONT);
pcntl_waitpid($child, $status);
check('it ends', pcntl_wtermsig($status) === SIGKILL, $status);
check('and has sent nothing more', count($server->requests()) === $then, [$then, count($server->requests())]);
?>
--EXPECT--
it is asked before the first request: ok
not any more: ok
another has taken over
the callback of Aco\sendWhile() must not send
$milliseconds must be from 100 to 3600000
the callback of Aco\sendWhile() took longer than $milliseconds, 10 times in a row
that of the destructor
a process that is frozen
it ends: ok
and has sent nothing more: ok
