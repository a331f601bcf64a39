--TEST--
Logger: it may map items itself while it is told of an item that is being sent
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;
use Aco\Mapper;

$server = new TestServer();
$mapper = new Mapper(Feed::Prices);
$client = $server->client(null, static function (string $level) use ($mapper): void {
    if ($level === 'warning') {
        for ($i = 0; $i < 50; $i++) {
            $mapper->map(price('other-' . str_repeat('z', 100 * $i)));
        }
    }
});
show($client->submit(Feed::Prices, [price("a\xff"), price('b')]));
echo $server->requests()[0]->body, "\n";
?>
--EXPECT--
200 accepted 2 [api-1]
[{"sku":"pa�","priceBookId":"base","regular":9.5},{"sku":"pb","priceBookId":"base","regular":9.5}]
