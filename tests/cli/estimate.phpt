--TEST--
estimate: Adobe's example gives Adobe's figures; sources are counted as they would be sent
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = new Cli();
$path = $cli->write('products.jsonl', products(1));
foreach ([
    ['estimate'],
    ['estimate', 'nowhere'],
    ['estimate', $path, '--products=5'],
    ['estimate', '--products=many'],
    ['estimate', '--categories=-1'],
    ['estimate', '--products=100000000000'],
    ['estimate', '-'],
] as $arguments) {
    $shown = implode(' ', array_map(basename(...), $arguments));
    show($cli->run($arguments), $cli, $shown);
    $result = $cli->run([...$arguments, '--json']);
    check('as JSON', $result->json()['error']['exitCode'] === 2, $result);
}

echo "-- the example of Adobe's page\n";
$result = $cli->run([
    'estimate', '--products', '10000', '--store-views', '4', '--categories', '500', '--attributes', '200',
    '--websites', '2', '--customer-groups', '6']);
show($result, $cli, 'estimate');
echo $result->out;
check('nothing was made', !file_exists($cli->state));

echo "-- a folder\n";
$cli->write('shop/products.jsonl', [
    ...products(101), product('GONE', ['deleted' => true]), 'no JSON', product('NAMELESS', ['name' => null]),
]);
$cli->write('shop/prices.jsonl', array_map(price(...), array_map(strval(...), range(1, 501))));
$cli->write('shop/categories.jsonl', [[
    'categoryId' => 2, 'urlPath' => '', 'storeViewCode' => 'default', 'name' => 'Root',
]]);
file_put_contents(
    "$cli->dir/shop/priceBooks.jsonl.gz",
    substr(gzencode(str_repeat('{"websiteCode":"base"}' . "\n", 10)), 0, -4),
);
$result = $cli->run(['estimate', 'shop', '--json']);
show($result, $cli, 'estimate');
echo json_encode($result->json()), "\n";
echo $cli->run(['estimate', '--feed=products', '-'], [], lines([...products(2), 'no JSON']))->out;

echo "-- large bodies\n";
$cli->write('large/products.jsonl', array_map(
    static fn (int $i): array => product("L-$i", ['description' => str_repeat('x', 3000000)]),
    range(1, 5),
));
echo json_encode($cli->run(['estimate', 'large', '--json'])->json()['feeds']['products']), "\n";

echo "-- with stored limits\n";
$cli->startSandbox();
$cli->init(['products-per-minute' => '50', 'concurrency' => '1']);
echo json_encode($cli->run(['estimate', 'shop', '--feed=products', '--json'])->json()['feeds']), "\n";
?>
--EXPECT--
estimate [2] Give either SOURCE or the size of the shop, such as --products=10000.
as JSON: yes
estimate nowhere [2] nowhere does not exist: give a folder with <feed>.jsonl files, one such file, or -.
as JSON: yes
estimate products.jsonl --products=5 [2] Give either SOURCE or the size of the shop, such as --products=10000.
as JSON: yes
estimate --products=many [2] --products must be a whole number from 0 to 99999999.
as JSON: yes
estimate --categories=-1 [2] --categories must be a whole number from 0 to 99999999.
as JSON: yes
estimate --products=100000000000 [2] --products must be a whole number from 0 to 99999999.
as JSON: yes
estimate - [2] For standard input give exactly one --feed.
as JSON: yes
-- the example of Adobe's page
estimate [0] 
+-------------------+---------+----------+--------------+-------------+
| Feed              | Records | Requests | Adobe's rule | Your limits |
+-------------------+---------+----------+--------------+-------------+
| products          |  40,000 |      400 |       40 min |      40 min |
| productAttributes |     800 |        8 |          4 s |         4 s |
| categories        |   2,000 |       20 |         10 s |        10 s |
| prices            | 120,000 |      240 |        2 min |  2 min 24 s |
| priceBooks        |      12 |        1 |    under 1 s |   under 1 s |
+-------------------+---------+----------+--------------+-------------+
| all               | 162,812 |      669 |  42 min 15 s | 40 min 15 s |
+-------------------+---------+----------+--------------+-------------+
nothing was made: yes
-- a folder
estimate [1] 
{"exitCode":1,"feeds":{"products":{"records":102,"requests":3,"secondsByAdobesRule":6.1,"seconds":6.1,"refused":2,"inputError":null},"categories":{"records":0,"requests":0,"secondsByAdobesRule":0,"seconds":0,"refused":0,"inputError":null},"prices":{"records":501,"requests":2,"secondsByAdobesRule":1,"seconds":1,"refused":0,"inputError":null},"priceBooks":{"records":10,"requests":1,"secondsByAdobesRule":0.5,"seconds":0.5,"refused":0,"inputError":"priceBooks.jsonl.gz: the gzip data is incomplete"}},"total":{"records":613,"requests":6,"secondsByAdobesRule":7.6,"seconds":6.6},"limits":{"requestsPerSecond":2,"productsPerMinute":1000,"pricesPerMinute":50000,"concurrency":4}}
+----------+---------+----------+--------------+-------------+
| Feed     | Records | Requests | Adobe's rule | Your limits |
+----------+---------+----------+--------------+-------------+
| products |       2 |        1 |    under 1 s |   under 1 s |
+----------+---------+----------+--------------+-------------+
| all      |       2 |        1 |    under 1 s |   under 1 s |
+----------+---------+----------+--------------+-------------+
  products: items or lines that would be refused: 1 (sync names them)
-- large bodies
{"records":5,"requests":3,"secondsByAdobesRule":0.3,"seconds":1.5,"refused":0,"inputError":null}
-- with stored limits
{"products":{"records":102,"requests":3,"secondsByAdobesRule":6.1,"seconds":122.4,"refused":2,"inputError":null}}
