--TEST--
Documents of one id in several streams of a feed, and in submit() within a callback, are never under way together and never overtake
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Batch;
use Aco\Document;
use Aco\Feed;

function made(string $id, int $version, bool $deleted = false): Document
{
    return Document::fromJson(Feed::Prices, $id, json_encode(['id' => $id, 'v' => $version]), $deleted);
}

/**
 * Versions in the order of the requests. The server has each answer ready after 0.05 s: two requests with one id
 * that come within less were under way together.
 */
function versions(TestServer $server, string $id): string
{
    $versions = [];
    $last = 0.0;
    foreach ($server->requests() as $request) {
        foreach ($request->json as $item) {
            if ($item['id'] === $id) {
                $versions[] = $item['v'] . (str_ends_with($request->path, '/delete') ? 'd' : '')
                    . ($request->at - $last < 0.05 ? ' TOGETHER' : '');
                $last = $request->at;
            }
        }
    }
    return implode(' ', $versions);
}

foreach ([1, 4] as $concurrency) {
    echo "concurrency $concurrency\n";
    $server = new TestServer(['default' => ['delay' => 0.05]]);
    $client = $server->client(limits(concurrency: $concurrency));

    $one = $client->open(Feed::Prices);
    $two = $client->open(Feed::Prices);
    $one->push(made('a', 1));
    $one->push(made('b', 1));
    $two->push(made('a', 2));
    $two->push(made('c', 1));
    $one->push(made('a', 3, true));
    $two->push(made('a', 4));
    $one->push(made('c', 2));
    // The other one first.
    show($two->finish(), 'two', false);
    show($one->finish(), 'one', false);
    echo versions($server, 'a'), ' | ', versions($server, 'b'), ' | ', versions($server, 'c'), "\n";

    echo "another feed does not wait\n";
    $server = new TestServer(['default' => ['delay' => 0.05]]);
    $client = $server->client(limits(concurrency: $concurrency));
    $prices = $client->open(Feed::Prices);
    $prices->push(made('a', 1));
    $start = microtime(true);
    $books = $client->open(Feed::PriceBooks);
    $books->push(Document::fromJson(Feed::PriceBooks, 'a', '{"id":"a","v":9}'));
    check('  nothing was sent for it', count($server->requests()) === 0);
    echo $books->finish()->accepted, ' ', $prices->finish()->accepted, "\n";

    echo "within a callback\n";
    $server = new TestServer(['default' => ['delay' => 0.05]]);
    $client = $server->client(limits(concurrency: $concurrency));
    $depth = 0;
    $items = (static function () use ($client): Generator {
        yield made('a', 1);
        yield made('b', 1);
        // The outer one has it pending still.
        echo '  inner ', $client->submit(Feed::Prices, [made('a', 2)])->accepted, "\n";
        yield made('a', 3);
        yield made('b', 2, true);
    })();
    show($client->submit(Feed::Prices, $items, null, static function (Batch $batch) use ($client, &$depth): void {
        if ($depth++ === 0) {
            echo '  inner ', $client->submit(Feed::Prices, [made('b', 100), made('b', 101)])->accepted, "\n";
        }
    }), 'outer', false);
    echo versions($server, 'a'), ' | ', versions($server, 'b'), "\n";
}

echo "the earlier one is tried again: the later one waits\n";
$server = new TestServer(
    ['api' => [['status' => 503, 'delay' => 0.05], ['status' => 401, 'delay' => 0.05]], 'default' => ['delay' => 0.05]],
);
$client = $server->client(limits(concurrency: 4));
$one = $client->open(Feed::Prices);
$two = $client->open(Feed::Prices);
$one->push(made('a', 1));
$two->push(made('a', 2));
echo $two->finish()->accepted, ' ', $one->finish()->accepted, ' ', versions($server, 'a'), "\n";

echo "the stream of the earlier one stops, or is dropped: the later one goes\n";
$server = new TestServer(['api' => [['status' => 403]]]);
$client = $server->client();
$one = $client->open(Feed::Prices);
$two = $client->open(Feed::Prices);
$one->push(made('a', 1));
$two->push(made('a', 2));
show($two->finish(), 'two', false);
show($one->finish(), 'one', false);
$one = $client->open(Feed::Prices);
$one->push(made('a', 3));
unset($one);
show($client->submit(Feed::Prices, [made('a', 4)]), 'after it was dropped', false);

echo "two streams, many ids\n";
$server = new TestServer();
$client = $server->client(limits(concurrency: 4));
$streams = [$client->open(Feed::Prices), $client->open(Feed::Prices), $client->open(Feed::Prices)];
for ($n = 0; $n < 6000; $n++) {
    $streams[$n * $n % 3]->push(made('i' . $n % 650, $n, $n % 5 === 0));
}
$delivered = 0;
foreach ($streams as $stream) {
    $submission = $stream->finish();
    $delivered += $submission->accepted + $submission->deleted;
}
$last = [];
$wrong = 0;
foreach ($server->requests() as $request) {
    foreach ($request->json as $item) {
        $wrong += $item['v'] <= ($last[$item['id']] ?? -1);
        $last[$item['id']] = $item['v'];
    }
}
check('in order', $delivered === 6000 && $wrong === 0 && max($last) === 5999, [$delivered, $wrong]);
?>
--EXPECT--
concurrency 1
two: 200 accepted 3 [2]
one: 200 accepted 3, deleted 1 [3]
1 2 3d 4 | 1 | 1 2
another feed does not wait
  nothing was sent for it: ok
1 1
within a callback
  inner 1
  inner 2
outer: 200 accepted 3, deleted 1 [3]
1 2 3 | 1 2d 100 101
concurrency 4
two: 200 accepted 3 [2]
one: 200 accepted 3, deleted 1 [3]
1 2 3d 4 | 1 | 1 2
another feed does not wait
  nothing was sent for it: ok
1 1
within a callback
  inner 1
  inner 2
outer: 200 accepted 3, deleted 1 [3]
1 2 3 | 1 2d 100 101
the earlier one is tried again: the later one waits
1 1 1 1 1 2
the stream of the earlier one stops, or is dropped: the later one goes
two: 200 accepted 1 [1]
one: 2 retryable 1 [1]
  reason: the API answers HTTP 403; check that client and scope may use this tenant
  0 2 -: the API answers HTTP 403; check that client and scope may use this tenant
after it was dropped: 200 accepted 1 [1]
two streams, many ids
in order: ok
