--TEST--
open(): a mapper of another feed is refused, and nothing is left behind
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;
use Aco\Mapper;

$server = new TestServer();
$client = $server->client();
for ($i = 0; $i < 20; $i++) {
    $messages[] = attempt(static function () use ($client): string {
        try {
            $client->open(Feed::Prices, new Mapper(Feed::Products));
            return 'TAKEN';
        } catch (Aco\Exception\InvalidArgumentException $e) {
            return $e->getMessage();
        }
    });
    // What memory that was freed twice would be given to.
    $streams[] = $client->open(Feed::Prices);
    $documents[] = (string) document("d$i");
}
echo implode("\n", array_unique($messages)), "\n";
check('streams are streams', count(array_unique(array_map(spl_object_id(...), $streams))) === 20);
foreach ($streams as $i => $stream) {
    $stream->push(price($i));
    $accepted[] = $stream->finish()->accepted;
}
echo array_sum($accepted), ' ', $client->submit(Feed::Prices, prices(2))->accepted, "\n";
?>
--EXPECT--
$mapper maps the feed products, not prices
streams are streams: ok
20 2
