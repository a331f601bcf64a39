--TEST--
Sandbox: the three rates are enforced when they are set
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start(['--requests-per-second', '2', '--products-per-minute', '10', '--prices-per-minute', '600']);
$send = static function (string $method, string $path, array $items) use ($sandbox): stdClass {
    usleep(450_000);

    return sandbox_post($sandbox, $path, $items, $method);
};
$en = ['locale' => 'en'];
$products = fn (int $from, int $count) => array_map(
    fn (int $n) => ['sku' => "S$n", 'source' => $en, 'name' => 'N', 'slug' => 's', 'status' => 'ENABLED'],
    range($from, $from + $count - 1),
);
$prices = fn (int $from, int $count) => array_map(
    fn (int $n) => ['sku' => "S$n", 'priceBookId' => 'main', 'regular' => 1],
    range($from, $from + $count - 1),
);
$report = static function (string $label, stdClass $answer): void {
    $wait = (int) ($answer->headers['retry-after'] ?? 0);
    echo "$label: ", sandbox_summary($answer),
        $wait > 0 ? ($wait > 50 && $wait <= 60 ? ' in about a minute' : " in $wait s") : '', "\n";
};
sandbox_token($sandbox);

echo "-- products: 10 a minute and a batch of 100\n";
$report('refused items do not count', $send('POST', '/v1/catalog/products', [[], ...$products(1, 100)]));
$report('100', $send('POST', '/v1/catalog/products', $products(1, 100)));
$report('10 updates', $send(
    'PATCH',
    '/v1/catalog/products',
    array_map(fn ($p) => ['sku' => $p['sku'], 'source' => $en], $products(1, 10)),
));
$report('1 more', $send('POST', '/v1/catalog/products', $products(1, 1)));
$report('a deletion', $send('POST', '/v1/catalog/products/delete', [['sku' => 'S1', 'source' => $en]]));

echo "-- prices: 600 a minute and a batch of 500\n";
$report('more than all at once', $send('POST', '/v1/catalog/products/prices', $prices(1, 2000)));
$report('1 more', $send('POST', '/v1/catalog/products/prices', $prices(1, 1)));
$report('a category', $send('POST', '/v1/catalog/categories', [['slug' => 'a', 'source' => $en, 'name' => 'A']]));

echo "-- requests: 2 a second, up to 5 in any second\n";
usleep(1_100_000);
$statuses = [];
for ($n = 0; $n < 7; $n++) {
    $answer = sandbox_post($sandbox, '/v1/catalog/categories', []);
    $statuses[] = $answer->status;
}
echo implode(' ', $statuses), ' ', $answer->headers['content-type'], ' ', $answer->headers['retry-after'], "\n";
echo 'tokens are not limited: ', sandbox_token_request($sandbox)->status, "\n";
usleep(1_100_000);
$report('after the wait', sandbox_post($sandbox, '/v1/catalog/categories', []));
?>
--EXPECT--
-- products: 10 a minute and a batch of 100
refused items do not count: 400 Items validation failed for 1 item
    0 : The item must be an object, not an array. [[]]
100: 200 ACCEPTED 100
10 updates: 200 ACCEPTED 10
1 more: 429 text/html;charset=UTF-8 in about a minute
a deletion: 200 ACCEPTED 1
-- prices: 600 a minute and a batch of 500
more than all at once: 200 ACCEPTED 2000
1 more: 429 text/html;charset=UTF-8 in about a minute
a category: 200 ACCEPTED 1
-- requests: 2 a second, up to 5 in any second
200 200 200 200 200 429 429 text/html;charset=UTF-8 1
tokens are not limited: 200
after the wait: 200 ACCEPTED 0
