--TEST--
$onBatch is called once for every answer with the items it decided
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Batch;
use Aco\Feed;
use Aco\Mapper;

$server = new TestServer([
    'api' => [['reject' => [1 => ['regular', 'is negative']]], [], ['status' => 503, 'body' => ['message' => 'Down']]],
]);
$items = [price('a'), price('b', ['regular' => -1]), price('c'), price('d', ['deleted' => true])];
$submission = $server->client(limits(maxAttempts: 1))->submit(Feed::Prices, $items, null, static function (
    Batch ...$batches,
) use ($items): void {
    [$batch] = $batches;
    echo count($batches), ' ', $batch->feed->name, ' ', $batch->status, ' ', $batch->requestId, "\n";
    foreach ($batch->results as $result) {
        $document = (new Mapper(Feed::Prices))->map($items[$result['position']]);
        check(
            "  $result[position]",
            $result['id'] === $document->id
                && $result['hash'] === $document->hash
                && $result['deleted'] === $document->deleted,
        );
        unset($result['id'], $result['hash']);
        echo '  ', json_encode($result), "\n";
    }
});
show($submission);

echo "no answer at all: still told, without a request id\n";
$server->stop();
$server = new TestServer(['token' => [['status' => 400]]]);
$server->client()->submit(Feed::Prices, [$items[0]], onBatch: static function (Batch $batch): void {
    var_dump($batch->status, $batch->requestId, count($batch->results));
});

echo "what it returns does not matter, what it declares does\n";
$client = $server->client();
foreach ([
    static fn (Batch $batch): bool => false, 'print_r_nothing', [new Listener(), 'hear'], 'Listener::hearStatically',
    new Listener(), (new Listener())->hear(...),
] as $callable) {
    echo $client->submit(Feed::Prices, prices(1), null, $callable)->accepted, "\n";
}
attempt(static fn () => $client->submit(Feed::Prices, prices(1), null, 'no_such_function'));
attempt(static fn () => $client->submit(Feed::Prices, prices(1), null, static fn (int $batch) => 1));

function print_r_nothing(Batch $batch): int
{
    return 1;
}

final class Listener
{
    public function hear(Batch $batch): string
    {
        return 'x';
    }

    public static function hearStatically(Batch $batch): array
    {
        return [];
    }

    public function __invoke(Batch $batch): void
    {
    }
}
?>
--EXPECTF--
1 Prices 400 api-1
  1: ok
  {"position":1,"deleted":false,"status":400,"message":"is negative","field":"regular"}
1 Prices 200 api-2
  0: ok
  {"position":0,"deleted":false,"status":200,"message":"","field":null}
  2: ok
  {"position":2,"deleted":false,"status":200,"message":"","field":null}
1 Prices 2 api-3
  3: ok
  {"position":3,"deleted":true,"status":2,"message":"the API answers HTTP 503: Down","field":null}
2 accepted 2, rejected 1, retryable 1 [api-1 api-2 api-3]
  reason: the API answers HTTP 503: Down
  1 400 regular: is negative
  3 2 -: the API answers HTTP 503: Down
no answer at all: still told, without a request id
int(2)
string(0) ""
int(1)
what it returns does not matter, what it declares does
1
1
1
1
1
1
TypeError 0: Aco\Client::submit(): Argument #4 ($onBatch) must be a valid callback or null, function "no_such_function" not found or invalid function name
TypeError 0: {closure%S}(): Argument #1 ($batch) must be of type int, Aco\Batch given
