--TEST--
submit(): documents of one id never share a request, never overtake each other and are never under way together
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Document;
use Aco\Feed;

function versions(TestServer $server, string $id): string
{
    $versions = [];
    foreach ($server->requests() as $request) {
        $of = array_column(array_filter($request->json, static fn (array $item): bool => $item['id'] === $id), 'v');
        if (count($of) > 1) {
            $versions[] = 'SHARED';
        }
        if ($of !== []) {
            $versions[] = $of[0] . (str_ends_with($request->path, '/delete') ? 'd' : '');
        }
    }
    return implode(' ', $versions);
}

function made(string $id, int $version, bool $deleted = false): Document
{
    return Document::fromJson(Feed::Prices, $id, json_encode(['id' => $id, 'v' => $version]), $deleted);
}

foreach ([1, 4] as $concurrency) {
    echo "concurrency $concurrency\n";
    $slow = array_fill(0, 3, ['delay' => 0.05]);

    $server = new TestServer(['api' => $slow]);
    $submission = $server->client(limits(concurrency: $concurrency))->submit(Feed::Prices, [
        made('a', 1), made('b', 1), made('a', 2), made('a', 3), made('c', 1),
    ]);
    echo versions($server, 'a'), ' | ', versions($server, 'b'), ' | ', versions($server, 'c'), "\n";
    echo max(array_column($server->requests(), 'inFlight')), ' ', $submission->accepted, "\n";

    $server = new TestServer(['api' => $slow]);
    $submission = $server->client(limits(concurrency: $concurrency))->submit(
        Feed::Prices,
        [made('a', 1), made('a', 2, true), made('a', 3), made('b', 1, true), made('b', 2)],
    );
    echo versions($server, 'a'), ' | ', versions($server, 'b'), ' ', $submission->accepted, '+', $submission->deleted,
        "\n";

    // The same for raw items, and across full requests.
    $server = new TestServer();
    $items = [];
    for ($i = 0; $i < 3000; $i++) {
        $items[] = price($i % 700, ['regular' => $i]);
    }
    $submission = $server->client(limits(concurrency: $concurrency))->submit(Feed::Prices, $items);
    $last = [];
    $wrong = 0;
    foreach ($server->requests() as $request) {
        $skus = array_column($request->json, 'regular', 'sku');
        $wrong += count($skus) !== count($request->json);
        foreach ($skus as $sku => $regular) {
            $wrong += $regular <= ($last[$sku] ?? -1);
            $last[$sku] = $regular;
        }
    }
    check(
        'raw',
        $wrong === 0 && $submission->accepted === 3000 && max($last) === 2999,
        [$wrong, $submission->accepted],
    );
}

echo "the first is rejected: the later one still goes\n";
$server = new TestServer(['api' => [['reject' => [0 => ['v', 'too low']]]]]);
show($server->client()->submit(Feed::Prices, [made('a', 1), made('a', 2)]));
echo "the first could not be delivered: the later one is still sent\n";
$server = new TestServer(['api' => [['status' => 503]]]);
show($server->client(limits(maxAttempts: 1))->submit(Feed::Prices, [made('a', 1), made('a', 2)]));
show($server->client(limits(maxAttempts: 1, concurrency: 2))->submit(Feed::Prices, [made('a', 3)]), '', false);
foreach ([
    'deleted' => [[], true],
    'rejected' => [['reject' => [0 => ['v', 'too low']]], false],
    'not delivered either' => [['status' => 503], false],
] as $label => [
    $answer,
    $deleted,
]) {
    $server = new TestServer(['api' => [['status' => 503], ['status' => 503], $answer]]);
    show(
        $server
            ->client(limits(maxAttempts: 1))
            ->submit(Feed::Prices, [made('a', 1), made('a', 2), made('a', 3, $deleted)]),
        "the last one $label",
        false,
    );
}
echo "the first has to be tried again: the later one waits for it\n";
foreach ([1, 4] as $concurrency) {
    $server = new TestServer(['api' => [
        ['status' => 503], ['how' => 'cut'], ['status' => 401], ['reject' => [1 => ['v', 'bad']]],
    ]]);
    show($server->client(limits(concurrency: $concurrency))->submit(Feed::Prices, [
        made('a', 1), made('b', 1), made('a', 2), made('a', 3, true),
    ]));
    echo versions($server, 'a'), "\n";
}
?>
--EXPECT--
concurrency 1
1 2 3 | 1 | 1
1 5
1 2d 3 | 1d 2 3+2
raw: ok
concurrency 4
1 2 3 | 1 | 1
1 5
1 2d 3 | 1d 2 3+2
raw: ok
the first is rejected: the later one still goes
200 accepted 1, rejected 1 [api-1 api-2]
  0 400 v: too low
the first could not be delivered: the later one is still sent
200 accepted 2 [api-1 api-2]
200 accepted 1 [1]
the last one deleted: 200 deleted 3 [3]
the last one rejected: 400 rejected 3 [3]
  0-2 400 v: too low
the last one not delivered either: 2 retryable 3 [3]
  reason: the API answers HTTP 503
  0-2 2 -: the API answers HTTP 503
the first has to be tried again: the later one waits for it
200 accepted 2, deleted 1, rejected 1 [api-1 api-2 api-3 api-4 api-5 api-6 api-7]
  1 400 v: bad
1 1 1 1 1 2 3d
200 accepted 2, deleted 1, rejected 1 [api-1 api-2 api-3 api-4 api-5 api-6 api-7]
  1 400 v: bad
1 1 1 1 1 2 3d
