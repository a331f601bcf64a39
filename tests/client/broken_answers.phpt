--TEST--
submit(): answers that break HTTP, JSON or patience cost neither memory nor the items' fate
--EXTENSIONS--
aco
--INI--
aco.persistent=0
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$ims = new TestServer();
$server = new TestServer();

/** One broken answer; the items are to be sent again. */
function broken(string $label, array $answer, array $connection = [], ?array $items = null): void
{
    global $ims, $server;
    $server->script(['api' => [$answer]]);
    $client = $server->client(limits(maxAttempts: 1), null, ...($connection + [
        'imsUrl' => $ims->imsUrl,
        'timeoutMs' => 20_000,
    ]));
    $start = microtime(true);
    $submission = $client->submit(Feed::Prices, $items ?? prices(2));
    $seconds = microtime(true) - $start;
    echo "$label: $submission->status $submission->retryable\n";
    check(
        '  a reason',
        strlen($submission->reason) > 10
            && strlen($submission->reason) < 500
            && preg_match('//u', $submission->reason) === 1,
        $submission->reason,
    );
    if (isset($connection['timeoutMs'])) {
        check('  not for ever', $seconds >= $connection['timeoutMs'] / 1000 - 0.05 && $seconds < 10, $seconds);
    }
    $submission = $client->submit(Feed::Prices, prices(2));
    check('  works again', $submission->accepted === 2, $submission);
}

$ok = '{"status":"ACCEPTED","acceptedCount":2}';
$raw = static fn (string $head, string $body): array => [
    'how' => 'raw',
    'raw64' => base64_encode("HTTP/1.1 200 OK\r\n$head\r\n$body"),
];
broken('invalid JSON', ['body' => '{"acceptedCount":2]']);
broken('JSON of odd bytes', ['how' => 'raw', 'raw64' => base64_encode("HTTP/1.1 200 OK\r\n\r\n{\"acceptedCount\":\xff\xfe}")]);
broken('a length too small', $raw("Content-Length: 20\r\n", $ok));
broken('a length too large', $raw("Content-Length: 2000\r\n", $ok));
broken('a negative length', $raw("Content-Length: -39\r\n", $ok));
broken('chunks without an end', $raw("Transfer-Encoding: chunked\r\n", "27\r\n$ok\r\n"));
broken('a chunk of the wrong length', $raw("Transfer-Encoding: chunked\r\n", "5\r\n$ok\r\n0\r\n\r\n"));
broken('a chunk of a huge length', $raw("Transfer-Encoding: chunked\r\n", "ffffffffffffffffff\r\n$ok\r\n0\r\n\r\n"));
broken('chunks of garbage', $raw("Transfer-Encoding: chunked\r\n", random_bytes(3000)));
broken('no status line', ['how' => 'raw', 'body' => "\r\n\r\n$ok"]);
broken('a line of 200 KB', $raw('X-Long: ' . str_repeat('x', 200_000) . "\r\n", $ok));
broken('ten thousand lines', $raw(str_repeat("X-More: xxxxxxxxxxxxxxxxxxxx\r\n", 10_000), $ok));
broken('compressed, cut short', $raw("Content-Encoding: gzip\r\n", substr(Aco\gzip($ok), 0, -12)));
broken('byte by byte', ['how' => 'trickle', 'interval' => 0.05, 'step' => 1], ['timeoutMs' => 700]);
broken(
    'headers without an end',
    ['how' => 'trickle', 'interval' => 0.1, 'step' => 5, 'headers' => ['X-Long' => str_repeat('x', 1000)]],
    ['timeoutMs' => 700],
);
broken('a head, then nothing', ['how' => 'raw', 'body' => "HTTP/1.1 200 OK\r\nContent-Length: 39\r\n\r\n", 'delay' => 3], ['timeoutMs' => 700]);

echo "an answer before the body of the request was read\n";
// Random, so that it stays large.
$large = static fn (): array => array_map(
    static fn (int $n) => Aco\Document::fromJson(Feed::Prices, "d$n", json_encode(
        ['sku' => "d$n", 'x' => bin2hex(random_bytes(750_000))],
    )),
    range(1, 4),
);
$client = $server->client(limits(maxAttempts: 1), null, imsUrl: $ims->imsUrl, timeoutMs: 20_000);
foreach (['forbidden' => 403, 'too large' => 413, 'down' => 503] as $label => $status) {
    $server->script(['api' => [['how' => 'impatient', 'status' => $status, 'headers' => ['Connection' => 'close']]]]);
    $items = $large();
    $submission = $client->submit(Feed::Prices, $items);
    echo "$label: $submission->status $submission->accepted $submission->rejected $submission->retryable $submission->reason\n";
}
foreach ([200, 503] as $status) {
    $server->script(['api' => [['how' => 'early', 'status' => $status, 'accepted' => 4]]]);
    $submission = $client->submit(Feed::Prices, $large());
    check(
        "closed after $status",
        $submission->accepted + $submission->retryable === 4 && ($submission->accepted === 0 || $status === 200),
        $submission->reason,
    );
}
?>
--EXPECT--
invalid JSON: 2 2
  a reason: ok
  works again: ok
JSON of odd bytes: 2 2
  a reason: ok
  works again: ok
a length too small: 2 2
  a reason: ok
  works again: ok
a length too large: 2 2
  a reason: ok
  works again: ok
a negative length: 2 2
  a reason: ok
  works again: ok
chunks without an end: 2 2
  a reason: ok
  works again: ok
a chunk of the wrong length: 2 2
  a reason: ok
  works again: ok
a chunk of a huge length: 2 2
  a reason: ok
  works again: ok
chunks of garbage: 2 2
  a reason: ok
  works again: ok
no status line: 2 2
  a reason: ok
  works again: ok
a line of 200 KB: 2 2
  a reason: ok
  works again: ok
ten thousand lines: 2 2
  a reason: ok
  works again: ok
compressed, cut short: 2 2
  a reason: ok
  works again: ok
byte by byte: 2 2
  a reason: ok
  not for ever: ok
  works again: ok
headers without an end: 2 2
  a reason: ok
  not for ever: ok
  works again: ok
a head, then nothing: 2 2
  a reason: ok
  not for ever: ok
  works again: ok
an answer before the body of the request was read
forbidden: 2 0 0 4 the API answers HTTP 403; check that client and scope may use this tenant
too large: 200 4 0 0 
down: 2 0 0 4 the API answers HTTP 503
closed after 200: ok
closed after 503: ok
