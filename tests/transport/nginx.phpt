--TEST--
nginx: batches share one HTTP/2 connection; over HTTP/1.1 connections are kept, and no more than requests at once
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif_nginx.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

use Aco\Document;
use Aco\Feed;

$certificates = new Certificates();
foreach (['h2', 'h1'] as $protocol) {
    $server = new TestServer(['default' => ['delay' => 0.3]]);
    $nginx = new Nginx($certificates->file('good'), $server->port, $protocol);
    $client = $server->client(limits(concurrency: 8), null,
        ingestionUrl: $nginx->url, imsUrl: "$nginx->url/ims/token/v3", caFile: $certificates->file('ca'));

    $submissions = [$client->submit(Feed::Prices, prices(15_000)), $client->submit(Feed::Products, products(1000))];
    foreach ($submissions as $submission) {
        echo "$protocol: $submission->status accepted $submission->accepted, ", count($submission->requestIds), " requests\n";
    }
    $inFlight = max(array_column($server->requests(), 'inFlight'));
    check('  several at once', $inFlight > 1 && $inFlight <= 8, $inFlight);

    $bodies = [];
    for ($i = 0; $i < 6; $i++) {
        // Nothing that gzip could make small: more than any window of HTTP/2 at first.
        $bodies[] = '{"sku":"large-' . $i . '","priceBookId":"' . base64_encode(random_bytes(300_000)) . '"}';
    }
    $documents = array_map(
        static fn (string $json): Document => Document::fromJson(Feed::Prices, md5($json), $json),
        $bodies,
    );
    $before = count($server->requests());
    $submission = $client->submit(Feed::Prices, $documents);
    $requests = array_slice($server->requests(), $before);
    check(
        '  a large body is what was given',
        $submission->accepted === 6 && array_column($requests, 'body') === ['[' . implode(',', $bodies) . ']'],
        [$submission->reason, array_map(
            static fn (stdClass $request): array => [$request->bytes, strlen($request->body)],
            $requests,
        )]);
    $opened = $client->stats()['connections'];
    unset($client);

    $lines = array_map(static fn (string $line): array => explode(' ', $line), $nginx->stop());
    check(
        '  all in gzip but for the token',
        array_count_values(array_column($lines, 3)) === ['-' => 1, 'gzip' => 41],
        $lines,
    );
    echo '  ', implode(' ', array_unique(array_column($lines, 1))), "\n";
    // One may be opened and not needed.
    $used = count(array_unique(array_column($lines, 0)));
    check('  connections', $used <= $opened && $opened <= ($protocol === 'h2' ? 2 : 8), [$used, $opened]);
}
?>
--EXPECT--
h2: 200 accepted 15000, 30 requests
h2: 200 accepted 1000, 10 requests
  several at once: ok
  a large body is what was given: ok
  all in gzip but for the token: ok
  HTTP/2.0
  connections: ok
h1: 200 accepted 15000, 30 requests
h1: 200 accepted 1000, 10 requests
  several at once: ok
  a large body is what was given: ok
  all in gzip but for the token: ok
  HTTP/1.1
  connections: ok
