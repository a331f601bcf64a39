--TEST--
submit(): bodies of 1 KiB and more are gzip
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();
$client = $server->client();
foreach ([1023, 1024, 1025, 200_000] as $bytes) {
    // Two brackets around it.
    $document = document("d$bytes", $bytes - 2);
    $client->submit(Feed::Prices, [$document]);
    $requests = $server->requests();
    $request = end($requests);
    echo $bytes, ' ', $request->headers->{'content-encoding'} ?? 'as it is', ' ',
        isset($request->headers->expect) ? 'EXPECT' : '', "\n";
    check('the same bytes', $request->body === "[$document]", strlen($request->body));
    check('smaller', ($request->bytes < $bytes) === ($bytes >= 1024), $request->bytes);
}
$stats = $client->stats();
check('uncompressed', $stats['bytesUncompressed'] === 1023 + 1024 + 1025 + 200_000, $stats);
check('sent', $stats['bytesSent'] === array_sum(array_column($server->requests(), 'bytes')), $stats);
?>
--EXPECT--
1023 as it is 
the same bytes: ok
smaller: ok
1024 gzip 
the same bytes: ok
smaller: ok
1025 gzip 
the same bytes: ok
smaller: ok
200000 gzip 
the same bytes: ok
smaller: ok
uncompressed: ok
sent: ok
