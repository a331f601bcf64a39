--TEST--
MariaDB: verify finds codes by bytes and schedules; details of items and consent in order events
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
require __DIR__ . '/orders.inc';

$server = new MariaDb();
$cli = (new Cli())->useDatabase($server->database('verify'))->startSandbox(['--org', ORGANIZATION]);
$cli->init(['org-id' => ORGANIZATION, 'price-books' => 'base']);
configure($cli, ['--item-details=on']);
$cli->write('shop/categories.jsonl', [[
    'categoryId' => 3, 'urlPath' => 'tops', 'storeViewCode' => 'default', 'name' => 'Töps 😀', 'isActive' => 1,
    'includeInMenu' => 1, 'deleted' => false,
]]);
$cli->write('shop/products.jsonl', [
    product('A'), product('a', ['name' => 'small']),
    product('SKU-1', ['categoryData' => [['categoryId' => 3, 'categoryPath' => 'tops', 'productPosition' => 1]]]),
]);
$cli->write('shop/prices.jsonl', [price('A'), price('a', 5.0)]);
$cli->fault(['match' => ['path' => 'products$'], 'fault' => ['type' => 'index', 'lost' => ['a']]]);
$cli->run(['sync', 'shop']);
$cli->clearFaults();

foreach ([['A'], ['a'], ['--sample=50'], ['a', '--resync']] as $which) {
    $found = $cli->run(['verify', '--source=shop', '--json', ...$which])->json();
    $states = json_encode(array_column($found['items'], 'state', 'sku'));
    echo implode(' ', $which), ": $found[checked] checked, $states ", json_encode($found['scheduled']), "\n";
}
$cli->run(['sync', 'shop']);
echo 'then ', json_encode($cli->run(['verify', '--source=shop', '--json'])->json()['items']), "\n";

$pdo = $cli->pdo();
$pdo->exec('CREATE TABLE newsletter_subscriber (subscriber_email VARCHAR(150), subscriber_status INT)');
$pdo->exec("INSERT INTO newsletter_subscriber VALUES ('Out@Example.com', 3)");
$cli->run(['experience:config', '--consent-source=newsletter']);
echo counters($cli->run(['orders:sync', '-', '--json'], [], lines([
    ['customerEmail' => 'out@example.com'] + life(1)[0], life(2)[0],
]))), "\n";
$events = json_decode(file_get_contents("{$cli->sandbox['url']}/api/events"), true)['events'];
echo json($events[0]['event']['xdm']['productListItems'][0]['productCategories'] ?? null), "\n";
?>
--EXPECT--
A: 1 checked, [] null
a: 1 checked, {"a":"missing"} null
--sample=50: 3 checked, {"a":"missing"} null
a --resync: 1 checked, {"a":"missing"} 1
then []
[0] {"read":2,"withoutConsent":1,"events":1,"delivered":1}
[{"categoryID":"3","categoryName":"Töps 😀","categoryPath":"tops"}]
