--TEST--
status: what is there, failed and waits, by store view and website, and what the last minute has used
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
show($cli->run(['status', '--html', 'page.html']), $cli, 'before config:init');
$cli->init(['requests-per-second' => '1000', 'products-per-minute' => '100000', 'concurrency' => '1']);
show($cli->run(['status', '--html', 'nowhere/page.html']), $cli, 'no folder');
show($cli->run(['status', '--html', '.']), $cli, 'a folder');
show($cli->run(['status', '--html=']), $cli, 'no name');
check('an empty store', str_contains($cli->run(['status'])->out, '| never '));

$cli->run(['sync', $cli->write('products.jsonl', [product('GONE', ['deleted' => true])])]);
$cli->fault(
    ['match' => ['path' => '/v1/catalog/products$'], 'after' => 1, 'fault' => ['type' => 'status', 'status' => 403]],
);
$cli->fault([
    'match' => ['path' => '/v1/catalog/products/prices$'],
    'fault' => ['type' => 'reject-items', 'keys' => ['EU'], 'message' => 'no'],
]);
$path = $cli->write('shop/products.jsonl', [
    ...array_map(static fn (array $item): array => ['storeViewCode' => 'fr'] + $item, products(60)),
    ...array_slice(products(60), 0, 40),
    ...array_slice(products(60), 40),
    product('NAMELESS', ['name' => null]),
]);
$cli->write('shop/prices.jsonl', [
    price('A'), ['websiteCode' => 'eu'] + price('EU'), ['customerGroupCode' => sha1('1')] + price('B'),
]);
$cli->run(['sync', 'shop']);
$status = $cli->run(['status', '--json'])->json();
foreach (['products', 'prices', 'categories'] as $feed) {
    $figures = $status['feeds'][$feed];
    check("$feed: times", ($figures['lastSync'] === null) === ($feed === 'categories')
        && ($figures['oldestWaiting'] === null) === ($feed !== 'products')
        && $figures['oldestWaiting'] <= $figures['lastSync'], $figures);
    unset($figures['lastSync'], $figures['oldestWaiting']);
    echo json_encode($figures), "\n";
}
check('objects', str_contains($cli->run(['status', '--json'])->out, '"scopes": {}'));
// Slow machines may leave the minute behind.
$minute = $status['lastMinute'];
check(
    'last minute',
    $minute['products'] <= 220 && $minute['prices'] <= 3 && $minute['requestsPerSecond'] === 1000.0,
    $minute,
);

echo "-- rows that something else has written\n";
$cli->pdo()->exec("UPDATE cde_product_prices_feed SET feed_data = 'no JSON', metadata = '{' WHERE status = 200");
$cli->pdo()->exec("UPDATE cde_price_books_feed SET metadata = NULL");
$result = $cli->run(['status', '--json']);
echo $result->code, ' ', json_encode($result->json()['feeds']['prices']['scopes']), "\n";

echo "-- attempts\n";
foreach ($cli->run(['status', '--failed', '--json'])->json()['items'] as $item) {
    $found["$item[label], attempts $item[attempts]"] = ($found["$item[label], attempts $item[attempts]"] ?? 0) + 1;
}
ksort($found);
echo json_encode($found), "\n";
$cli->pdo()->exec("UPDATE cde_products_feed SET metadata = '{\"attempts\":7}' WHERE status = 400");
check(
    'recorded ones',
    in_array(7, array_column($cli->run(['status', '--failed', '--json'])->json()['items'], 'attempts'), true),
);
?>
--EXPECT--
before config:init [2] There is no database DIR/state/aco.sqlite yet: run config:init first.
no folder [2] nowhere/page.html cannot be written: check its folder and the free space.
a folder [2] --html must name a file.
no name [2] --html must name a file.
an empty store: yes
products: times: yes
{"rows":122,"source":121,"delivered":100,"deleted":1,"failed":1,"toRetry":20,"waiting":0,"scopes":{"default":61,"fr":60}}
prices: times: yes
{"rows":3,"source":3,"delivered":2,"deleted":0,"failed":1,"toRetry":0,"waiting":0,"scopes":{"base":2,"eu":1}}
categories: times: yes
{"rows":0,"source":0,"delivered":0,"deleted":0,"failed":0,"toRetry":0,"waiting":0,"scopes":[]}
objects: yes
last minute: yes
-- rows that something else has written
0 {"":2,"eu":1}
-- attempts
{"Failed, requires attention, attempts 0":1,"Failed, requires attention, attempts 1":1,"Failed, will retry, attempts 1":20}
recorded ones: yes
