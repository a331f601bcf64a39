--TEST--
Signal handlers run while submit(), finish() and discover() wait; their exceptions come through
--EXTENSIONS--
aco
pcntl
posix
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer(['default' => ['delay' => 1.5], 'tenant' => [['how' => 'hang'], ['how' => 'hang']]]);
$client = $server->client();
pcntl_async_signals(true);
$at = 0.0;
$throw = false;
pcntl_signal(SIGALRM, static function () use (&$at, &$throw): void {
    $at = microtime(true);
    if ($throw) {
        throw new DomainException('from the handler');
    }
});

function alarm_soon(): int
{
    $parent = getmypid();
    $pid = pcntl_fork();
    if ($pid === 0) {
        usleep(300_000);
        posix_kill($parent, SIGALRM);
        posix_kill(getmypid(), SIGKILL);
    }
    return $pid;
}

function timed(string $label, callable $call): void
{
    global $at;
    $at = 0.0;
    $start = microtime(true);
    $pid = alarm_soon();
    echo "$label: ";
    attempt($call);
    pcntl_waitpid($pid, $status);
    check('  the handler ran within a second', $at > 0 && $at - $start < 1.3, $at - $start);
}

timed('submit', static fn () => print $client->submit(Feed::Prices, prices(1))->accepted . "\n");
$throw = true;
timed('submit, exception', static fn () => $client->submit(Feed::Prices, prices(1)));
$stream = $client->open(Feed::Prices);
$stream->push(price(1));
timed('finish, exception', static fn () => $stream->finish());
timed(
    'discover, exception',
    static fn () =>
        Aco\Connection::discover('o', 't', 'c', SECRET, $server->url, $server->url, transport: new Aco\Transport(
            proxy: '',
        )),
);
$paced = $server->client(limits(requestsPerSecond: 0.2));
$server->script(['default' => []]);
$paced->submit(Feed::Prices, prices(1));
$paced->submit(Feed::Prices, prices(1));
timed('waiting for the rate, exception', static fn () => $paced->submit(Feed::Prices, prices(1)));
$throw = false;
echo $client->submit(Feed::Prices, prices(2))->accepted, "\n";
?>
--EXPECT--
submit: 1
  the handler ran within a second: ok
submit, exception: DomainException 0: from the handler
  the handler ran within a second: ok
finish, exception: DomainException 0: from the handler
  the handler ran within a second: ok
discover, exception: DomainException 0: from the handler
  the handler ran within a second: ok
waiting for the rate, exception: DomainException 0: from the handler
  the handler ran within a second: ok
2
