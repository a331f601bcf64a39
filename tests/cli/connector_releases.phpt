--TEST--
What Adobe's connector does since its releases 1.0.13 to 1.0.17: version header, new currencies, menus below hidden categories
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
check('1 is on', $cli->run(['config:init', '--metadata-header=1'])->code === 0
    && $cli->run(['config:show', '--json'])->json()['metadata_header'] === 'on');
foreach (['metadata-header', 'resend-prices', 'menu-parents'] as $option) {
    show($cli->run(['config:init', "--$option=maybe"]), $cli, $option);
}

echo "A website gets another currency: its book and its prices\n";
$scopes = static function (string $currency) use ($cli): void {
    $cli->write('shop/scopes.json', ['{"websites":[{"code":"base","name":"Main","currency":"' . $currency . '"},'
        . '{"code":"other","name":"Other","currency":"EUR"}],"customerGroups":[{"id":1,"name":"Retail"}]}']);
};
$group = ['customerGroupCode' => sha1('1')];
$cli->write('shop/prices.jsonl', [
    price('A'), price('B'), $group + price('A'), ['websiteCode' => 'other'] + price('A'),
]);
$sync = static function () use ($cli): string {
    $result = $cli->run(['sync', '--json', "$cli->dir/shop"]);

    return json_encode([$result->feed('priceBooks'), $result->feed('prices')]);
};
$scopes('USD');
echo $sync(), "\n", $sync(), "\n";
$scopes('GBP');
echo $sync(), "\n", $sync(), "\n";
$cli->run(['config:init', '--resend-prices=off']);
$scopes('USD');
echo $sync(), "\n";

echo "Categories below hidden ones are in no menu\n";
$category = static fn (string $path, array $members = []): array => $members + [
    'urlPath' => $path, 'storeViewCode' => 'default', 'name' => $path, 'isActive' => 1, 'includeInMenu' => 1,
    'categoryId' => abs(crc32($path)) % 1000,
];
$menu = static function (array ...$items) use ($cli): string {
    $cli->write('categories.jsonl', $items);
    $cli->run(['sync', "$cli->dir/categories.jsonl"]);
    $shown = array_filter($cli->held('categories'), static fn (array $body): bool => $body['families'] !== []);

    return implode(' ', array_map(
        static fn (array $body): string => "{$body['slug']}" . ($body['source']['locale'] === 'fr' ? ' (fr)' : ''),
        $shown,
    ));
};
// The hidden one comes last.
$hidden = $category('men', ['includeInMenu' => 0]);
$all = [
    $category('men/tops/tees'), $category('men/tops'), $category('women'), $category('women/tops'),
    $category('men/tops', ['storeViewCode' => 'fr']), $category('menswear'),
];
echo $menu(...$all, ...[$hidden]), "\n";
echo 'below a hidden one that was sent before: ', $menu($category('men/shoes')), "\n";
echo 'below a disabled one that was: ', $menu($category('women', ['isActive' => 0]), $category('women/tops')), "\n";
echo 'shown again: ', $menu(...$all, ...[$category('men')]), "\n";
$cli->run(['config:init', '--menu-parents=off']);
echo 'each for itself: ', $menu(...$all, ...[$hidden]), "\n";

echo "A store view that is switched off is not mapped: its items need nothing but their keys\n";
$cli->run(['scope:disable', '--store-view=fr']);
$cli->write('products.jsonl', [product('A'), ['sku' => 'A', 'storeViewCode' => 'fr', 'name' => [], 'status' => []]]);
echo json_encode($cli->run(['sync', '--json', "$cli->dir/products.jsonl"])->feed('products')), "\n";
?>
--EXPECT--
1 is on: yes
metadata-header [2] --metadata-header must be on or off.
resend-prices [2] --resend-prices must be on or off.
menu-parents [2] --menu-parents must be on or off.
A website gets another currency: its book and its prices
[{"read":4,"sent":4,"accepted":4},{"read":4,"sent":4,"accepted":4}]
[{"read":4,"unchanged":4},{"read":4,"unchanged":4}]
[{"read":4,"unchanged":3,"sent":1,"accepted":1},{"read":4,"unchanged":1,"sent":3,"accepted":3}]
[{"read":4,"unchanged":4},{"read":4,"unchanged":4}]
[{"read":4,"unchanged":3,"sent":1,"accepted":1},{"read":4,"unchanged":4}]
Categories below hidden ones are in no menu
men/tops (fr) menswear women women/tops
below a hidden one that was sent before: men/tops (fr) menswear women women/tops
below a disabled one that was: men/tops (fr) menswear
shown again: men men/tops men/tops (fr) men/tops/tees menswear women women/tops
each for itself: men/tops men/tops (fr) men/tops/tees menswear women women/tops
A store view that is switched off is not mapped: its items need nothing but their keys
{"read":2,"sent":1,"accepted":1,"skipped":1}
