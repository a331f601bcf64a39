--TEST--
submit(): no body is larger than maxRequestBytes, a document that is fails alone and unsent
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();
$client = $server->client(limits(maxRequestBytes: 1024));
$cases = [
    'two fit exactly' => [500, 521],
    'two are a byte too many' => [500, 522],
    'one fits exactly' => [1022],
    'one is a byte too many' => [1023],
    'between others' => [300, 5000, 300, 300, 300, 1022, 1023],
    'all too large' => [2000, 3000],
];
foreach ($cases as $label => $sizes) {
    $items = [];
    foreach ($sizes as $i => $size) {
        $items[] = document("d$i", $size);
    }
    $before = count($server->requests());
    $batches = 0;
    show($client->submit(Feed::Prices, $items, null, static function () use (&$batches): void {
        $batches++;
    }), $label);
    foreach (array_slice($server->requests(), $before) as $request) {
        echo '  ', strlen($request->body), ' bytes, ', implode(' ', array_column($request->json, 'sku')), "\n";
    }
    check('  one call for each answer', $batches === count($server->requests()) - $before, $batches);
}
echo "arrays, too\n";
show($client->submit(Feed::Prices, [price(1), price(str_repeat('x', 1100)), price(2)]));
?>
--EXPECT--
two fit exactly: 200 accepted 2 [api-1]
  1024 bytes, d0 d1
  one call for each answer: ok
two are a byte too many: 200 accepted 2 [api-2 api-3]
  502 bytes, d0
  524 bytes, d1
  one call for each answer: ok
one fits exactly: 200 accepted 1 [api-4]
  1024 bytes, d0
  one call for each answer: ok
one is a byte too many: 400 rejected 1
  0 400 -: the body has 1023 bytes, more than a request may have (maxRequestBytes)
  one call for each answer: ok
between others: 200 accepted 5, rejected 2 [api-5 api-6 api-7]
  1 400 -: the body has 5000 bytes, more than a request may have (maxRequestBytes)
  6 400 -: the body has 1023 bytes, more than a request may have (maxRequestBytes)
  904 bytes, d0 d2 d3
  302 bytes, d4
  1024 bytes, d5
  one call for each answer: ok
all too large: 400 rejected 2
  0 400 -: the body has 2000 bytes, more than a request may have (maxRequestBytes)
  1 400 -: the body has 3000 bytes, more than a request may have (maxRequestBytes)
  one call for each answer: ok
arrays, too
200 accepted 2, rejected 1 [api-8]
  1 400 -: the body has 1146 bytes, more than a request may have (maxRequestBytes)
