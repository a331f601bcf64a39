--TEST--
submit(): items that a 400 names are rejected with its message and field, the rest is sent again at once
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

function errors(array ...$entries): array
{
    return ['status' => 400, 'body' => ['status' => 'FAILED', 'message' => 'Validation failed', 'errors' => array_map(
        static fn (array $entry): array => array_combine(
            array_slice(['itemIndex', 'code', 'message', 'value'], 0, count($entry)),
            $entry,
        ),
        $entries,
    )]];
}

$cases = [
    'one' => [errors([1, 'regular', 'must not be negative', '-1'])],
    'first and last' => [errors([0, 'sku', 'a', ''], [4, 'sku', 'b', ''])],
    'several for one item' => [
        errors([2, 'sku', 'is too long', ''], [2, 'regular', 'is negative', ''], [2, 'regular', 'is odd', '']),
    ],
    'all' => [
        errors([0, 'a', 'no', ''], [1, 'a', 'no', ''], [2, 'b', 'no', ''], [3, 'b', 'no', ''], [4, 'c', 'never', '']),
    ],
    'again and again' => [errors([4, 'sku', 'first', '']), errors([0, 'sku', 'second', '']), errors(
        [1, 'sku', 'third', ''],
        [2, 'sku', 'fourth', ''],
    )],
    'indices that name nothing beside one that does' => [errors([-1, 'a', 'x', ''], [5, 'a', 'x', ''], ['3', 'a', 'x', ''], [1.5, 'a', 'x', ''],
        [null, 'a', 'x', ''], [4294967296, 'a', 'x', ''], [[0], 'a', 'x', ''], [2, 'sku', 'the one', ''])],
    'without field and message' => [errors([0], [1, null, null, null], [2, '', '', ''], [3, 5, 6, 7])],
    'the other name of the list' => [['status' => 400, 'body' => ['invalidFeedItems' => [
        ['itemIndex' => 3, 'code' => 'currency', 'message' => 'is unknown'],
    ]]]],
    'entries that are no objects' => [['status' => 400, 'body' => ['errors' => [
        'x', 1, null, [], ['itemIndex' => 4, 'message' => 'bad'],
    ]]]],
    'then the service is down' => [errors([0, 'sku', 'bad', '']), ['status' => 503]],
];
foreach ($cases as $label => $answers) {
    $server = new TestServer(['api' => $answers]);
    $batches = [];
    $submission = $server->client(limits(maxAttempts: 1))->submit(Feed::Prices, prices(5), null, static function (
        Aco\Batch $batch,
    ) use (&$batches): void {
        $batches[] = $batch->status . ' ' . implode('', array_column($batch->results, 'position'));
    });
    show($submission, $label);
    echo '  ', implode(', ', $batches), "\n";
    $server->dump();
    $server->stop();
}

echo "a long message is cut, not dropped\n";
$server = new TestServer(['api' => [errors([0, str_repeat('f', 5000), str_repeat('ü', 5000), ''])]]);
$failure = $server->client()->submit(Feed::Prices, prices(2))->failedItems[0];
var_dump(
    $failure['status'], strlen($failure['message']) > 100, strlen($failure['message']) < 2000,
    strlen($failure['field']) < 500,
    preg_match('//u', $failure['message']));
?>
--EXPECT--
one: 200 accepted 4, rejected 1 [api-1 api-2]
  1 400 regular: must not be negative
  400 1, 200 0234
/v1/catalog/products/prices 5: p0 p1 p2 p3 p4
/v1/catalog/products/prices 4: p0 p2 p3 p4
first and last: 200 accepted 3, rejected 2 [api-1 api-2]
  0 400 sku: a
  4 400 sku: b
  400 04, 200 123
/v1/catalog/products/prices 5: p0 p1 p2 p3 p4
/v1/catalog/products/prices 3: p1 p2 p3
several for one item: 200 accepted 4, rejected 1 [api-1 api-2]
  2 400 sku: is too long; is negative; is odd
  400 2, 200 0134
/v1/catalog/products/prices 5: p0 p1 p2 p3 p4
/v1/catalog/products/prices 4: p0 p1 p3 p4
all: 400 rejected 5 [api-1]
  0-1 400 a: no
  2-3 400 b: no
  4 400 c: never
  400 01234
/v1/catalog/products/prices 5: p0 p1 p2 p3 p4
again and again: 200 accepted 1, rejected 4 [api-1 api-2 api-3 api-4]
  0 400 sku: second
  2 400 sku: third
  3 400 sku: fourth
  4 400 sku: first
  400 4, 400 0, 400 23, 200 1
/v1/catalog/products/prices 5: p0 p1 p2 p3 p4
/v1/catalog/products/prices 4: p0 p1 p2 p3
/v1/catalog/products/prices 3: p1 p2 p3
/v1/catalog/products/prices 1: p1
indices that name nothing beside one that does: 200 accepted 4, rejected 1 [api-1 api-2]
  2 400 sku: the one
  400 2, 200 0134
/v1/catalog/products/prices 5: p0 p1 p2 p3 p4
/v1/catalog/products/prices 4: p0 p1 p3 p4
without field and message: 200 accepted 1, rejected 4 [api-1 api-2]
  0-3 400 -: the API refuses the item without a message
  400 0123, 200 4
/v1/catalog/products/prices 5: p0 p1 p2 p3 p4
/v1/catalog/products/prices 1: p4
the other name of the list: 200 accepted 4, rejected 1 [api-1 api-2]
  3 400 currency: is unknown
  400 3, 200 0124
/v1/catalog/products/prices 5: p0 p1 p2 p3 p4
/v1/catalog/products/prices 4: p0 p1 p2 p4
entries that are no objects: 200 accepted 4, rejected 1 [api-1 api-2]
  4 400 -: bad
  400 4, 200 0123
/v1/catalog/products/prices 5: p0 p1 p2 p3 p4
/v1/catalog/products/prices 4: p0 p1 p2 p3
then the service is down: 2 rejected 1, retryable 4 [api-1 api-2]
  reason: the API answers HTTP 503
  0 400 sku: bad
  1-4 2 -: the API answers HTTP 503
  400 0, 2 1234
/v1/catalog/products/prices 5: p0 p1 p2 p3 p4
/v1/catalog/products/prices 4: p1 p2 p3 p4
a long message is cut, not dropped
int(400)
bool(true)
bool(true)
bool(true)
int(1)
