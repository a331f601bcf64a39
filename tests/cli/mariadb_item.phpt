--TEST--
MariaDB: item finds codes by bytes and price books by their website
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
echo skip_reason() ?: MariaDb::skipReason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
require __DIR__ . '/serve.inc';

$server = new MariaDb();
$cli = (new Cli())->useDatabase($server->database('item'))->startSandbox();
$cli->init();
$cli->write('shop/products.jsonl', [product('A'), product('a'), product("Ä\"\\'%_😀"), product('A ')]);
$cli->write('shop/prices.jsonl', [price('A')]);
$cli->write('shop/priceBooks.jsonl', [
    ['websiteCode' => 'base', 'websiteName' => 'Base', 'currency' => 'USD'],
    ['websiteCode' => 'base', 'customerGroupId' => 1, 'customerGroupName' => 'General', 'currency' => 'USD'],
    ['websiteCode' => 'base2', 'websiteName' => 'Other', 'currency' => 'USD'],
]);
$cli->run(['sync', 'shop']);
foreach (['A', 'a', 'ä"\\\'%_😀', "Ä\"\\'%_😀", 'A ', 'base', 'base2', 'base::' . sha1('1')] as $code) {
    $items = $cli->run(['item', $code, '--json'])->json()['items'];
    $names = array_map(static fn (array $item): string => "$item[feed] $item[item]", $items);
    echo $code, ': ', implode(', ', $names), "\n";
}
$scope = $cli->run(['item', 'A', '--scope=base', '--json'])->json()['items'];
echo implode(', ', array_column($scope, 'feed')), "\n";

echo "-- in the page\n";
$page = new Served($cli);
$page->start();
foreach (['', '?q=%25', '?q=%F0%9F%98%80', '?scope=default', '?state=sent', '?state=failed',
    '?feed=priceBooks&scope=base'] as $query) {
    preg_match('~<span class="soft">([^<]*items?), 50 a page~', $page->get("/$query")->out, $count);
    echo "$query: ", $count[1] ?? 'none', "\n";
}
$form = ['form' => hash_hmac('sha256', 'form', $page->token), 'rows' => ['1', '2']];
$answer = $page->post('/resync?feed=products', $form)->err;
echo preg_match('/^location: (.*)$/mi', $answer, $found) ? $found[1] : 'no', "\n";
echo $page->stop(), "\n";
?>
--EXPECT--
A: products A / default, prices A / base
a: products a / default
ä"\'%_😀: 
Ä"\'%_😀: products Ä"\'%_😀 / default
A : products A  / default
base: priceBooks base, priceBooks base::356a192b7913b04c54574d18c28d46e6395428ab
base2: priceBooks base2
base::356a192b7913b04c54574d18c28d46e6395428ab: priceBooks base::356a192b7913b04c54574d18c28d46e6395428ab
prices
-- in the page
: 4 items
?q=%25: 1 item
?q=%F0%9F%98%80: 1 item
?scope=default: 4 items
?state=sent: 4 items
?state=failed: none
?feed=priceBooks&scope=base: 2 items
/?feed=products&marked=2
exit code 0
