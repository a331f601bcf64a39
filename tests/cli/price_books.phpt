--TEST--
sync: price books are made from the websites and customer groups of scopes.json, or of the scope feeds
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
$eur = ['code' => 'eu', 'name' => 'Europe', 'currency' => 'EUR'];

foreach ([
    'no JSON' => '{',
    'no object' => '[1]',
    'websites no list' => ['websites' => ['code' => 'eu'], 'customerGroups' => []],
    'website no object' => ['websites' => ['eu'], 'customerGroups' => []],
    'no website' => ['websites' => [], 'customerGroups' => []],
    'no code' => ['websites' => [$eur, ['name' => 'X', 'currency' => 'EUR']], 'customerGroups' => []],
    'no currency' => ['websites' => [['code' => 'eu']], 'customerGroups' => []],
    'no groups' => ['websites' => [$eur]],
    'no group id' => ['websites' => [$eur], 'customerGroups' => [['name' => 'General']]],
    'group websites' => ['websites' => [$eur], 'customerGroups' => [['id' => 1, 'websites' => 'eu']]],
] as $label => $scopes) {
    @mkdir("$cli->dir/wrong");
    file_put_contents("$cli->dir/wrong/scopes.json", is_string($scopes) ? $scopes : json_encode($scopes));
    show($cli->run(['sync', 'wrong']), $cli, $label);
}
$cli->write('none/products.jsonl', []);
show($cli->run(['sync', '--feed=priceBooks', 'none']), $cli, 'nothing');
check('nothing was sent', $cli->held('priceBooks') === []);

echo "-- scopes.json\n";
mkdir("$cli->dir/shop");
file_put_contents("$cli->dir/shop/scopes.json", json_encode([
    'websites' => [['code' => 'base', 'name' => 'Main/Größe', 'currency' => 'USD'], $eur],
    'customerGroups' => [
        ['id' => 0, 'name' => 'NOT LOGGED IN'],
        ['id' => 1, 'name' => 'General', 'websites' => ['eu']],
    ],
]));
$result = $cli->run(['sync', 'shop', '--json']);
echo $result->code, ' ', json_encode($result->feed('priceBooks')), "\n";
foreach ($cli->held('priceBooks') as $book) {
    echo implode(' | ', array_filter(array_map(strval(...), array_intersect_key($book, array_flip([
        'priceBookId', 'name', 'currency', 'parentId',
    ]))))),
        "\n";
}
$again = $cli->run(['sync', 'shop', '--json']);
echo 'again: ', json_encode($again->feed('priceBooks')), "\n";
echo 'chosen: ', $cli->run(['sync', '--feed=priceBooks', 'shop'])->code, "\n";

echo "-- a priceBooks.jsonl wins\n";
$cli->write('shop/priceBooks.jsonl', [[
    'websiteCode' => 'own', 'websiteName' => 'Own', 'currency' => 'USD', 'customerGroupId' => null,
]]);
echo json_encode($cli->run(['sync', 'shop', '--json'])->feed('priceBooks')), "\n";

echo "-- members spelled as in the feeds, groups from the scope feed\n";
mkdir("$cli->dir/mixed");
file_put_contents("$cli->dir/mixed/scopes.json", json_encode(['websites' => [
    ['websiteCode' => 'uk', 'websiteName' => 'UK', 'baseCurrency' => 'GBP'],
]]));
$cli->write('mixed/scopesCustomerGroup.jsonl', [
    ['customerGroupId' => '2', 'customerGroupCode' => sha1('2'), 'websites' => ['uk'], 'deleted' => false],
    ['customerGroupId' => '3', 'customerGroupCode' => sha1('3'), 'websites' => ['uk'], 'deleted' => true],
]);
$cli->run(['sync', 'mixed']);
echo implode(' | ', array_filter(
    array_column($cli->held('priceBooks'), 'name'),
    static fn (string $name): bool => str_contains($name, 'UK'),
)),
    "\n";

echo "-- scope feeds alone\n";
$cli->write('feeds/scopesWebsite.jsonl', [['websiteId' => '1', 'websiteCode' => 'base', 'stores' => null]]);
$cli->write('feeds/scopesCustomerGroup.jsonl', [['customerGroupId' => '1', 'websites' => ['base']]]);
$cli->write('feeds/products.jsonl', products(1));
echo implode(' ', array_keys($cli->run(['sync', 'feeds', '--json'])->json()['feeds'])), "\n";
show($cli->run(['sync', '--feed=priceBooks', 'feeds']), $cli, 'chosen');
$cli->write('feeds/scopesWebsite.jsonl', [[
    'websiteId' => '1', 'websiteCode' => 'au', 'baseCurrency' => 'AUD', 'stores' => null,
]]);
$cli->write('feeds/scopesCustomerGroup.jsonl', [['customerGroupId' => '1', 'websites' => ['au']]]);
echo implode(' ', array_keys($cli->run(['sync', 'feeds', '--json'])->json()['feeds'])), "\n";
?>
--EXPECT--
no JSON [2] wrong/scopes.json: Syntax error.
no object [2] wrong/scopes.json: it must contain a JSON object.
websites no list [2] wrong/scopes.json: "websites" must be a list.
website no object [2] wrong/scopes.json: websites[0] must be an object.
no website [2] wrong contains no priceBooks.jsonl, and no scopes.json with websites to make them from.
no code [2] wrong/scopes.json: websites[1] has no code.
no currency [2] wrong/scopes.json has no currency for website eu: list websites with code, name and currency in scopes.json.
no groups [2] wrong contains no customer groups: list them in scopes.json or scopesCustomerGroup.jsonl.
no group id [2] wrong/scopes.json: customerGroups[0] has no id.
group websites [2] wrong: $customerGroups[0]['websites'] must be an array, string given.
nothing [2] none contains no priceBooks.jsonl, and no scopes.json with websites to make them from.
nothing was sent: yes
-- scopes.json
0 {"read":5,"sent":5,"accepted":5}
base | Main/Größe | USD
base::b6589fc6ab0dc82cf12099d1c2d40ab994e8410c | NOT LOGGED IN (Main/Größe) | base
eu | Europe | EUR
eu::356a192b7913b04c54574d18c28d46e6395428ab | General (Europe) | eu
eu::b6589fc6ab0dc82cf12099d1c2d40ab994e8410c | NOT LOGGED IN (Europe) | eu
again: {"read":5,"unchanged":5}
chosen: 0
-- a priceBooks.jsonl wins
{"read":1,"sent":1,"accepted":1}
-- members spelled as in the feeds, groups from the scope feed
UK | 2 (UK)
-- scope feeds alone
products
chosen [2] feeds/scopesWebsite.jsonl has no currency for website base: list websites with code, name and currency in scopes.json.
priceBooks products
