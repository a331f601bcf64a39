--TEST--
submit(): positions count every item, with skipped, failed, rejected, deleted and delivered ones mixed
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Document;
use Aco\Feed;

$category = static fn (string $path, array $members = []): array =>
    $members + ['urlPath' => $path, 'storeViewCode' => 'default', 'name' => "Name of $path"];
$items = [
    $category(''),
    $category('a'),
    ['urlPath' => 'b', 'storeViewCode' => 'default'],
    $category('c', ['deleted' => true]),
    $category('d'),
    $category(''),
    ['storeViewCode' => 'default', 'name' => 'x'],
    Document::fromJson(Feed::Categories, 'own', '{"slug":"e"}'),
    $category('f'),
    $category('g', ['deleted' => true]),
];
$server = new TestServer(['api' => [
    ['path' => '/categories', 'reject' => [1 => ['slug', 'is taken'], 2 => ['name', 'is missing']]],
    ['path' => '/delete', 'reject' => [1 => ['slug', 'is unknown']]],
]]);
$seen = [];
$submission = $server->client()->submit(Feed::Categories, $items, null, static function (
    Aco\Batch $batch,
) use (&$seen): void {
    foreach ($batch->results as $result) {
        $seen[$result['position']] = $result['status'] . ($result['deleted'] ? 'd' : '');
    }
});
show($submission);
ksort($seen);
echo json_encode($seen), "\n";
$server->dump();

echo "only skipped: ";
show($server->client()->submit(Feed::Categories, [$category(''), $category('')]));
echo "only failed: ";
show($server->client()->submit(Feed::Categories, [['name' => 'x'], $category('')]));
?>
--EXPECT--
200 accepted 2, deleted 1, rejected 5, skipped 2 [api-1 api-2 api-3 api-4]
  2 400 name: categories item (urlPath "b", storeViewCode "default"): name is missing
  4 400 slug: is taken
  6 400 urlPath: categories item (storeViewCode "default"): urlPath is missing
  7 400 name: is missing
  9 400 slug: is unknown
{"1":"200","3":"200d","4":"400","7":"400","8":"200","9":"400d"}
/v1/catalog/categories 4: a d e f
/v1/catalog/categories 2: a f
/v1/catalog/categories/delete 2: c g
/v1/catalog/categories/delete 1: c
only skipped: 200 skipped 2
only failed: 400 rejected 1, skipped 1
  0 400 urlPath: categories item: urlPath is missing
