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
$items = static function (bool $pausing): Generator {
    foreach (prices(520) as $i => $price) {
        // The request of the first 500 is out; its answer comes meanwhile.
        if ($pausing && $i === 518) {
            usleep(20_000);
        }
        yield $price;
    }
};
$seconds = ['without' => [], 'with' => []];
for ($i = 0; $i < 10; $i++) {
    foreach (['without' => false, 'with' => true] as $pause => $pausing) {
        $start = microtime(true);
        $accepted = $client->submit(Feed::Prices, $items($pausing))->accepted;
        $seconds[$pause][] = microtime(true) - $start;
    }
}
check('all delivered', $accepted === 520, $accepted);
sort($seconds['without']);
sort($seconds['with']);
// The fastest, as a busy machine delays any of them.
check('it takes little more than the pause of the generator', $seconds['with'][0] < $seconds['without'][0] + 0.08, $seconds);
?>
--EXPECT--
all delivered: ok
it takes little more than the pause of the generator: ok
