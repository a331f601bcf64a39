--TEST--
Children that are forked while requests are under way send on connections of their own, over TLS too, and leave the parent's alone
--EXTENSIONS--
aco
pcntl
--SKIPIF--
<?php
require __DIR__ . '/../transport/skipif_openssl.inc';
if (getenv('SKIP_ASAN')) {
    die('skip a child cannot free what is its parent\'s, which a leak checker reports');
}
?>
--FILE--
<?php
require __DIR__ . '/../transport/tls.inc';

use Aco\Client;
use Aco\Feed;

/** Forks, and ends the child with the code that $what returns. */
function fork_and(callable $what): int
{
    $pid = pcntl_fork();
    if ($pid === 0) {
        // Ends a child that would wait for ever.
        pcntl_alarm(20);
        exit($what());
    }

    return $pid;
}

function end_of(int $pid): string
{
    pcntl_waitpid($pid, $status);

    return pcntl_wifexited($status) ? 'exit ' . pcntl_wexitstatus($status) : 'SIGNAL ' . pcntl_wtermsig($status);
}

function sends(Client $client, int $from): int
{
    return $client->submit(Feed::Prices, prices(1200, $from))->accepted === 1200 ? 7 : 8;
}

$certificates = new Certificates();
$server = new TestServer(['default' => ['delay' => 0.05]]);
$front = new TlsFront($certificates->file('good'), $server->port);
foreach (['plain' => $server->url, 'TLS' => $front->url] as $label => $url) {
    $client = $server->client(
        limits(concurrency: 4),
        null,
        ingestionUrl: $url,
        imsUrl: "$url/ims/token/v3",
        caFile: $certificates->file('ca'),
    );
    echo "$label: ", $client->submit(Feed::Prices, prices(2000))->accepted, "\n";
    $pids = [];
    $items = (static function () use ($client, &$pids): Generator {
        foreach (prices(6000) as $i => $price) {
            if ($i === 2000) {
                $pids['exits at once'] = fork_and(static fn (): int => 7);
                $pids['sends'] = fork_and(static fn (): int => sends($client, 100_000));
            } elseif ($i === 4000) {
                $pids['child and grandchild send'] = fork_and(static function () use ($client): int {
                    $code = sends($client, 200_000);
                    $pid = fork_and(static fn (): int => sends($client, 300_000));
                    $again = sends($client, 250_000);
                    return end_of($pid) === 'exit 7' && $again === 7 ? $code : 9;
                });
                $pids['only the grandchild sends'] = fork_and(static function () use ($client): int {
                    return end_of(fork_and(static fn (): int => sends($client, 500_000))) === 'exit 7' ? 7 : 9;
                });
            }
            yield $price;
        }
    })();
    echo $client->submit(Feed::Prices, $items)->accepted, "\n";
    foreach ($pids as $name => $pid) {
        echo "  $name: ", end_of($pid), "\n";
    }
    $before = $client->stats()['connections'];
    $submission = $client->submit(Feed::Prices, prices(2000));
    $stats = $client->stats();
    check(
        '  the parent goes on, on the connections it had',
        $submission->accepted === 2000 && $stats['connections'] === $before && $before <= 4 && $stats['retries'] === 0,
        [$submission->reason, $before, $stats]);
}
$senders = [];
foreach ($server->requests() as $request) {
    $senders[$request->connection][intdiv((int) substr($request->json[0]['sku'], 1), 100_000)] = true;
}
check('no connection has two senders', max(array_map(count(...), $senders)) === 1 && count($senders) > 8, $senders);
?>
--EXPECT--
plain: 2000
6000
  exits at once: exit 7
  sends: exit 7
  child and grandchild send: exit 7
  only the grandchild sends: exit 7
  the parent goes on, on the connections it had: ok
TLS: 2000
6000
  exits at once: exit 7
  sends: exit 7
  child and grandchild send: exit 7
  only the grandchild sends: exit 7
  the parent goes on, on the connections it had: ok
no connection has two senders: ok
