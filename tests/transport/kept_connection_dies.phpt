--TEST--
A request that dies with a kept connection before its response begins is sent once more on a fresh one, which is no attempt; a second death is one
--EXTENSIONS--
aco
--SKIPIF--
<?php
require __DIR__ . '/skipif_http2.inc';
if (!extension_loaded('sockets')) {
    die('skip sockets resets connections');
}
?>
--FILE--
<?php
require __DIR__ . '/http2.inc';

use Aco\Connection;
use Aco\Document;
use Aco\Feed;

$single = limits(concurrency: 6, maxAttempts: 1);

echo "HTTP/2\n";
$deaths = [
    'GOAWAY before all' => ['do' => 'goaway', 'keep' => 0],
    'GOAWAY between' => ['do' => 'goaway', 'keep' => 2],
    'REFUSED_STREAM' => ['do' => 'reset', 'code' => 7],
    'closed' => ['do' => 'close'],
];
foreach ($deaths as $label => $death) {
    $seen = submit_over_http2("  $label", ['plan' => [['hold' => 6] + $death]], $single);
    check('  more connections', $seen['connections'] > 1, $seen['connections']);
}
echo "  each connection after its second request\n";
$seen = submit_over_http2(
    '  GOAWAY',
    ['plan' => array_fill(0, 4, ['hold' => 2, 'do' => 'goaway', 'keep' => 1])],
    limits(concurrency: 2, maxAttempts: 1),
);

/** Items are large enough for the body to be on its way when the connection ends. */
function large(int $count): array
{
    return array_map(
        static fn (int $n): Document => Document::fromJson(
            Feed::Prices,
            "d$n",
            '{"sku":"d' . $n . '","x":"' . bin2hex(random_bytes(2_000_000)) . '"}',
        ),
        range(1, $count),
    );
}

echo "HTTP/1.1\n";
foreach (['close', 'reset', 'abort'] as $how) {
    foreach (['small' => fn (): array => prices(1), 'large' => fn (): array => large(1)] as $size => $items) {
        $server = new TestServer(['default' => [], 'record' => false]);
        $client = $server->client(limits(maxAttempts: 1));
        $client->submit(Feed::Prices, prices(1));
        $server->script(['api' => [['how' => $how]]]);
        $submission = $client->submit(Feed::Prices, $items());
        $stats = $client->stats();
        check("  $how, $size", $submission->accepted === 1 && $stats['retries'] === 0, [$submission->reason, $stats]);

        $client->submit(Feed::Prices, prices(1));
        $server->script(['api' => [['how' => $how], ['how' => $how], ['how' => $how]]]);
        $submission = $client->submit(Feed::Prices, $items());
        check('    and a second time', $submission->retryable === 1, [
            $submission->reason,
            $submission->accepted,
            $server->totals(),
        ]);
        $server->stop();
    }
}

echo "the response had begun\n";
foreach (['half', 'cut'] as $how) {
    $server = new TestServer(['api' => [[], ['how' => $how]]]);
    $client = $server->client(limits(maxAttempts: 1));
    $client->submit(Feed::Prices, prices(1));
    show($client->submit(Feed::Prices, prices(1)), "  $how", false);
}

echo "discover()\n";
$certificates = new Certificates();
foreach ([['do' => 'goaway', 'keep' => 0], ['do' => 'close']] as $death) {
    $server = new Http2Server($certificates->file('good'), ['tenant' => '{"ingestionUrl":"https://na1.api.example.com/t"}', 'plan' => [$death]]);
    $found = Connection::discover(
        'org@AdobeOrg',
        TENANT,
        'c',
        SECRET,
        $server->url,
        $server->url,
        transport: new Aco\Transport(caFile: $certificates->file('ca'), proxy: ''),
    );
    echo "  $found->ingestionUrl\n";
    check('  twice', ($seen = $server->stop())['requests'] >= 1 && $seen['connections'] === 2, $seen);
}
?>
--EXPECTF--
HTTP/2
  GOAWAY before all: 200 all accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  more connections: ok
  GOAWAY between: 200 all accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  more connections: ok
  REFUSED_STREAM: 200 all accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  more connections: ok
  closed: 200 all accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  more connections: ok
  each connection after its second request
  GOAWAY: 200 all accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
HTTP/1.1
  close, small: ok
    and a second time: ok
  close, large: ok
    and a second time: ok
  reset, small: ok
    and a second time: ok
  reset, large: ok
    and a second time: ok
  abort, small: ok
    and a second time: ok
  abort, large: ok
    and a second time: ok
the response had begun
  half: 2 retryable 1 [1]
  reason: %r(transfer closed with 20 bytes remaining to read|end of response with 20 bytes missing)%r
  0 2 -: %r(transfer closed with 20 bytes remaining to read|end of response with 20 bytes missing)%r
  cut: 2 retryable 1 [1]
  reason: %r(transfer closed with 1000 bytes remaining to read|end of response with 1000 bytes missing)%r
  0 2 -: %r(transfer closed with 1000 bytes remaining to read|end of response with 1000 bytes missing)%r
discover()
  https://na1.api.example.com/t
  twice: ok
  https://na1.api.example.com/t
  twice: ok