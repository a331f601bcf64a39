--TEST--
sync: a folder of all feeds; then nothing, one change, one deletion
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason() ?: (is_file(ROOT . '/sample/generate.php') ? '' : 'skip the sample generator is missing');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox(["--log=" . ($log = tempnam(sys_get_temp_dir(), 'aco'))]);
$cli->init();
$folder = "$cli->dir/catalog";
exec(
    escapeshellarg(PHP_BINARY) . ' ' . escapeshellarg(ROOT . '/sample/generate.php') . " $folder --products 60 2>&1",
    $printed,
    $code,
);
check('sample', $code === 0, $printed);
$items = [];
foreach (['productAttributes', 'priceBooks', 'categories', 'products', 'prices'] as $feed) {
    $items[$feed] = array_map(
        static fn (string $line): array => json_decode($line, true),
        file("$folder/$feed.jsonl", FILE_IGNORE_NEW_LINES),
    );
}
$roots = count(array_filter($items['categories'], static fn (array $item): bool => $item['urlPath'] === ''));

$first = $cli->run(['sync', $folder, '--json']);
check('exit code', $first->code === 0 && $first->err === '', $first);
check('order of feeds', array_keys($first->json()['feeds']) === array_keys($items));
foreach ($items as $feed => $list) {
    $sent = count($list) - ($feed === 'categories' ? $roots : 0);
    $expected = array_filter([
        'read' => count($list), 'sent' => $sent, 'accepted' => $sent, 'skipped' => count($list) - $sent,
    ]);
    check("$feed accepted", $first->feed($feed) === $expected, $first->feed($feed));
    check("$feed held", count($cli->held($feed)) === $sent);
}
check('requests', $first->json()['requests'] >= $cli->ingestionRequests() && $cli->ingestionRequests() > 4);
preg_match_all('~/v1/catalog/(\S+)~', file_get_contents($log), $paths);
$last = ['products/metadata', 'price-books', 'categories'];
foreach ($last as $i => $path) {
    check("$path before the next", max(array_keys($paths[1], $path, true))
        < min(array_keys($paths[1], $last[$i + 1] ?? 'products', true)), $paths[1]);
}
unlink($log);

$row = $cli->rows('cde_products_feed')[0];
echo implode(' ', array_keys($row)), "\n";
$item = $items['products'][0];
check('row', [
    $row['source_entity_id'], $row['feed_id'], $row['is_deleted'], $row['status'], json_decode($row['feed_data'], true),
    $row['errors'],
] === [
    $item['productId'], sha1("{$item['sku']}\0{$item['storeViewCode']}"), 0, 200,
    ['sku' => $item['sku'], 'source' => ['locale' => $item['storeViewCode']]], null,
], $row);
check('request id', (json_decode($row['metadata'], true)['requestId'] ?? '') !== '', $row['metadata']);

echo "-- unchanged\n";
$requests = $cli->ingestionRequests();
$again = $cli->run(['sync', $folder, '--json']);
check('nothing sent', $again->code === 0 && array_sum(array_column($again->json()['feeds'], 'sent')) === 0);
check(
    'no request',
    $cli->ingestionRequests() === $requests && $again->json()['requests'] === 0,
    $again->json()['requests'],
);
check('unchanged', $again->feed('prices') === [
    'read' => count($items['prices']),
    'unchanged' => count($items['prices']),
]);

echo "-- one name\n";
$items['products'][7]['name'] = 'Another name';
file_put_contents("$folder/products.jsonl", lines($items['products']));
$one = $cli->run(['sync', $folder, '--json']);
check('one sent', $one->feed('products') === [
    'read' => count($items['products']), 'unchanged' => count($items['products']) - 1, 'sent' => 1, 'accepted' => 1,
], $one->feed('products'));
check('one request', $cli->ingestionRequests() === $requests + 1);
check('held', in_array('Another name', array_column($cli->held('products'), 'name'), true));

echo "-- one deletion, and it once only\n";
$gone = ['deleted' => true] + $items['products'][3];
foreach ([1, 0] as $expected) {
    $result = $cli->run(['sync', '--feed=products', '--json', '-'], [], lines([$gone]));
    check(
        "deleted $expected",
        ($result->feed('products')['deleted'] ?? 0) === $expected && $result->code === 0,
        $result->feed('products'),
    );
}
check('held no more', count($cli->held('products')) === count($items['products']) - 1);
check(
    'row',
    [$cli->rows('cde_products_feed')[3]['is_deleted'], $cli->rows('cde_products_feed')[3]['status']] === [1, 200],
);
$back = $cli->run(['sync', '--feed=products', $folder]);
check('sent again when it is back', str_contains($back->out, 'productAttributes') === false && $back->code === 0
    && count($cli->held('products')) === count($items['products']), $back);
?>
--EXPECT--
sample: yes
exit code: yes
order of feeds: yes
productAttributes accepted: yes
productAttributes held: yes
priceBooks accepted: yes
priceBooks held: yes
categories accepted: yes
categories held: yes
products accepted: yes
products held: yes
prices accepted: yes
prices held: yes
requests: yes
products/metadata before the next: yes
price-books before the next: yes
categories before the next: yes
id source_entity_id feed_id modified_at is_deleted status feed_data feed_hash errors metadata
row: yes
request id: yes
-- unchanged
nothing sent: yes
no request: yes
unchanged: yes
-- one name
one sent: yes
one request: yes
held: yes
-- one deletion, and it once only
deleted 1: yes
deleted 0: yes
held no more: yes
row: yes
sent again when it is back: yes
