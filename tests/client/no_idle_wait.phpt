--TEST--
An answer that is in already is taken at once, without waiting for more to happen
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();
$client = $server->client();
$client->submit(Feed::Prices, prices(1));
$items = static function (): Generator {
    foreach (prices(520) as $i => $price) {
        // The request of the first 500 is out; its answer comes meanwhile.
        if ($i === 518) {
            usleep(20_000);
        }
        yield $price;
    }
};
$seconds = [];
for ($i = 0; $i < 10; $i++) {
    $start = microtime(true);
    $accepted = $client->submit(Feed::Prices, $items())->accepted;
    $seconds[] = microtime(true) - $start;
}
check('all delivered', $accepted === 520, $accepted);
sort($seconds);
check('most take little more than the generator', $seconds[6] < 0.08, $seconds);
?>
--EXPECT--
all delivered: ok
most take little more than the generator: ok
