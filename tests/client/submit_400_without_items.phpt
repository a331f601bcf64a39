--TEST--
submit(): a 400 that names no item is halved until the bad items stand alone; only they are rejected
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$bodies = [
    ['status' => 'FAILED', 'message' => 'Malformed'], ['status' => 'FAILED', 'message' => 'Malformed', 'errors' => []],
    ['errors' => [['itemIndex' => 7, 'message' => 'x']]], ['errors' => 'text'], ['errors' => null],
    ['errors' => ['itemIndex' => 0]],
    '<html>Bad Request</html>', '',
];
$server = new TestServer();
foreach ($bodies as $body) {
    $bad = ['status' => 400, 'body' => $body, 'contains' => '"p1"', 'always' => true];
    $server->script(['api' => [$bad]]);
    show($server->client()->submit(Feed::Prices, prices(3)), is_string($body) ? $body : json_encode($body), false);
}

function culprits(string $label, int $count, array $bad): void
{
    $answers = array_map(static fn (string $sku): array =>
        ['status' => 400, 'body' => ['message' => 'Malformed'], 'contains' => "\"$sku\"", 'always' => true], $bad);
    $server = new TestServer(['api' => $answers]);
    $seen = [];
    $submission = $server->client()->submit(Feed::Prices, prices($count), null, static function (
        Aco\Batch $batch,
    ) use (&$seen): void {
        array_push($seen, ...array_column($batch->results, 'position'));
    });
    show($submission, $label, $count < 10);
    sort($seen);
    check('  each told once', $seen === range(0, $count - 1), $seen);
    if ($count < 10) {
        $server->dump();
    } else {
        $requests = count($server->requests());
        check('  few requests', $requests <= 1 + count($bad) * 2 * 9, $requests);
    }
    $server->stop();
}

culprits('one', 1, ['p0']);
culprits('one of four', 4, ['p2']);
culprits('two of five', 5, ['p0', 'p4']);
culprits('all of three', 3, ['p0', 'p1', 'p2']);
culprits('one of five hundred', 500, ['p333']);
culprits('two of five hundred', 500, ['p0', 'p499']);

echo "what is named in a half is taken out there\n";
$server = new TestServer(['api' => [['status' => 400], [], ['reject' => [0 => ['sku', 'named']]]]]);
show($server->client()->submit(Feed::Prices, prices(4)));
$server->dump();

echo "deletes\n";
$server = new TestServer(['api' => [['status' => 400, 'path' => '/delete', 'contains' => '"p1"', 'always' => true]]]);
show($server->client()->submit(
    Feed::Prices,
    array_map(static fn (int $n): array => price($n, ['deleted' => $n < 2]), range(0, 3)),
));
$server->dump();
?>
--EXPECT--
{"status":"FAILED","message":"Malformed"}: 200 accepted 2, rejected 1 [5]
  1 400 -: the API answers HTTP 400: Malformed
{"status":"FAILED","message":"Malformed","errors":[]}: 200 accepted 2, rejected 1 [5]
  1 400 -: the API answers HTTP 400: Malformed
{"errors":[{"itemIndex":7,"message":"x"}]}: 200 accepted 2, rejected 1 [5]
  1 400 -: the API answers HTTP 400
{"errors":"text"}: 200 accepted 2, rejected 1 [5]
  1 400 -: the API answers HTTP 400
{"errors":null}: 200 accepted 2, rejected 1 [5]
  1 400 -: the API answers HTTP 400
{"errors":{"itemIndex":0}}: 200 accepted 2, rejected 1 [5]
  1 400 -: the API answers HTTP 400
<html>Bad Request</html>: 200 accepted 2, rejected 1 [5]
  1 400 -: the API answers HTTP 400
200 accepted 2, rejected 1 [5]
  1 400 -: the API answers HTTP 400
one: 400 rejected 1 [api-1]
  0 400 -: the API answers HTTP 400: Malformed
  each told once: ok
/v1/catalog/products/prices 1: p0
one of four: 200 accepted 3, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  2 400 -: the API answers HTTP 400: Malformed
  each told once: ok
/v1/catalog/products/prices 4: p0 p1 p2 p3
/v1/catalog/products/prices 2: p0 p1
/v1/catalog/products/prices 2: p2 p3
/v1/catalog/products/prices 1: p2
/v1/catalog/products/prices 1: p3
two of five: 200 accepted 3, rejected 2 [api-1 api-2 api-3 api-4 api-5 api-6 api-7 api-8 api-9]
  0,4 400 -: the API answers HTTP 400: Malformed
  each told once: ok
/v1/catalog/products/prices 5: p0 p1 p2 p3 p4
/v1/catalog/products/prices 3: p0 p1 p2
/v1/catalog/products/prices 2: p0 p1
/v1/catalog/products/prices 1: p0
/v1/catalog/products/prices 1: p1
/v1/catalog/products/prices 1: p2
/v1/catalog/products/prices 2: p3 p4
/v1/catalog/products/prices 1: p3
/v1/catalog/products/prices 1: p4
all of three: 400 rejected 3 [api-1 api-2 api-3 api-4 api-5]
  0-2 400 -: the API answers HTTP 400: Malformed
  each told once: ok
/v1/catalog/products/prices 3: p0 p1 p2
/v1/catalog/products/prices 2: p0 p1
/v1/catalog/products/prices 1: p0
/v1/catalog/products/prices 1: p1
/v1/catalog/products/prices 1: p2
one of five hundred: 200 accepted 499, rejected 1 [19]
  333 400 -: the API answers HTTP 400: Malformed
  each told once: ok
  few requests: ok
two of five hundred: 200 accepted 498, rejected 2 [33]
  0,499 400 -: the API answers HTTP 400: Malformed
  each told once: ok
  few requests: ok
what is named in a half is taken out there
200 accepted 3, rejected 1 [api-1 api-2 api-3 api-4]
  2 400 sku: named
/v1/catalog/products/prices 4: p0 p1 p2 p3
/v1/catalog/products/prices 2: p0 p1
/v1/catalog/products/prices 2: p2 p3
/v1/catalog/products/prices 1: p3
deletes
200 accepted 2, deleted 1, rejected 1 [api-1 api-2 api-3 api-4]
  1 400 -: the API answers HTTP 400
/v1/catalog/products/prices 2: p2 p3
/v1/catalog/products/prices/delete 2: p0 p1
/v1/catalog/products/prices/delete 1: p0
/v1/catalog/products/prices/delete 1: p1
