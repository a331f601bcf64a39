--TEST--
Document::patch(): parts go out with PATCH, in order with whole documents of their id, and settle none of them
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Document;
use Aco\Feed;

function whole(string $id, int $version, bool $deleted = false): Document
{
    return Document::fromJson(Feed::Products, $id, json_encode(['id' => $id, 'v' => $version]), $deleted);
}

function part(string $id, int $version): Document
{
    return Document::patch(Feed::Products, $id, json_encode(['id' => $id, 'v' => $version]));
}

function sent(TestServer $server): string
{
    return implode(' | ', array_map(
        static fn (stdClass $request): string => "$request->method $request->path "
            . implode(' ', array_map(static fn (array $item): string => "$item[id]$item[v]", $request->json)),
        $server->requests(),
    ));
}

function made(Feed $feed, string $json): string
{
    try {
        $document = Document::patch($feed, 'x', $json);
        $whole = Document::fromJson($feed, 'x', $json);

        return json_encode([$document->patch, $document->deleted, $whole->patch]);
    } catch (Aco\Exception\InvalidArgumentException $e) {
        return $e->getMessage();
    }
}

foreach (Feed::cases() as $feed) {
    echo $feed->value, ': ', json_encode($feed->takesPatch()), ' ', made($feed, '{"a":1}'), "\n";
}
echo made(Feed::Prices, '{'), "\n";

echo "A route of its own\n";
$server = new TestServer();
$submission = $server->client()->submit(
    Feed::Products,
    [whole('a', 1), part('b', 1), whole('c', 1, true), part('d', 1)],
);
echo sent($server), "\n$submission->accepted accepted, $submission->deleted deleted\n";

echo "In order with other documents of the id\n";
foreach ([1, 4] as $concurrency) {
    $server = new TestServer(['api' => array_fill(0, 4, ['delay' => 0.03])]);
    $submission = $server->client(limits(concurrency: $concurrency))->submit(Feed::Products, [
        whole('a', 1), part('a', 2), whole('a', 3), whole('a', 4, true), whole('a', 5), part('a', 6), part('a', 7),
    ]);
    echo sent($server), "\n";
    echo max(array_column($server->requests(), 'inFlight')), " in flight, $submission->accepted accepted\n";
}

echo "A part does not make up for a whole document\n";
foreach (['part' => part('a', 2), 'whole' => whole('a', 2)] as $name => $later) {
    $server = new TestServer(['api' => [['status' => 503], ['status' => 503]]]);
    $client = $server->client(limits(maxAttempts: 1));
    $stream = $client->open(Feed::Products);
    $stream->push(whole('a', 1));
    $client->drain();
    $stream->push($later);
    $client->drain();
    $stream->push($later);
    $submission = $stream->finish();
    echo "$name: ", json_encode(array_column($submission->failedItems, 'status')), "\n";
}
?>
--EXPECT--
products: true [true,false,false]
productAttributes: true [true,false,false]
categories: true [true,false,false]
prices: true [true,false,false]
priceBooks: true [true,false,false]
categoryAttributes: true [true,false,false]
productLayers: false the API has no PATCH for productLayers: send the whole document
$json is not valid JSON of at most 64 levels
A route of its own
POST /v1/catalog/products a1 | POST /v1/catalog/products/delete c1 | PATCH /v1/catalog/products b1 d1
3 accepted, 1 deleted
In order with other documents of the id
POST /v1/catalog/products a1 | PATCH /v1/catalog/products a2 | POST /v1/catalog/products a3 | POST /v1/catalog/products/delete a4 | POST /v1/catalog/products a5 | PATCH /v1/catalog/products a6 | PATCH /v1/catalog/products a7
1 in flight, 6 accepted
POST /v1/catalog/products a1 | PATCH /v1/catalog/products a2 | POST /v1/catalog/products a3 | POST /v1/catalog/products/delete a4 | POST /v1/catalog/products a5 | PATCH /v1/catalog/products a6 | PATCH /v1/catalog/products a7
1 in flight, 6 accepted
A part does not make up for a whole document
part: [2,2]
whole: []
