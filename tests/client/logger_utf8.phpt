--TEST--
Logger: replaced UTF-8 is a warning with item and field, and the item is sent
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$logger = static function (string $level, string $message, array $context): void {
    if ($level !== 'debug') {
        echo "$level | $message | ", json_encode($context), "\n";
    }
};
$server = new TestServer();
$client = $server->client(null, $logger);
$products = products(3);
$products[1]['name'] = "bad \xff name";
$products[2]['metaTitle'] = "\xc3";
show($client->submit(Feed::Products, $products));
show($client->submit(Feed::Prices, [price(0), price("\x80")]));
echo json_encode(array_column($server->requests()[0]->json, 'name'), JSON_UNESCAPED_UNICODE), "\n";
echo json_encode($server->requests()[1]->json, JSON_UNESCAPED_UNICODE), "\n";
check('the whole body is UTF-8', preg_match('//u', $server->requests()[0]->body) === 1);
// Without a logger it is sent all the same.
echo $server->client()->submit(Feed::Prices, [price("\x80")])->accepted, "\n";
?>
--EXPECT--
warning | products item (sku "s1", storeViewCode "default"): invalid UTF-8 in name was replaced by U+FFFD | {"feed":"products","position":1,"field":"name"}
warning | products item (sku "s2", storeViewCode "default"): invalid UTF-8 in metaTitle was replaced by U+FFFD | {"feed":"products","position":2,"field":"metaTitle"}
200 accepted 3 [api-1]
warning | prices item (sku "p?", customerGroupCode "0", websiteCode "base"): invalid UTF-8 in sku was replaced by U+FFFD | {"feed":"prices","position":1,"field":"sku"}
200 accepted 2 [api-2]
["Product 0","bad � name","Product 2"]
[{"sku":"p0","priceBookId":"base","regular":9.5},{"sku":"p�","priceBookId":"base","regular":9.5}]
the whole body is UTF-8: ok
1
