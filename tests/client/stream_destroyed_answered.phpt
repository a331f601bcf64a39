--TEST--
Stream: destroyed with an answer that was not handed over yet, it says so
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();
$client = $server->client(limits(concurrency: 2), static function (string $level, string $message): void {
    if ($level !== 'debug') {
        echo "$level: $message\n";
    }
});
$stream = $client->open(Feed::Prices);
foreach (prices(500) as $price) {
    $stream->push($price);
}
// Another submission moves the stream's request on, too.
while (count($server->requests()) === 0 || $client->stats()['bytesReceived'] < 60) {
    $client->submit(Feed::PriceBooks, [['websiteCode' => 'base', 'websiteName' => 'Base', 'currency' => 'USD']]);
}
unset($stream);
echo "done\n";
?>
--EXPECT--
warning: prices: stream destroyed before finish(), 500 items without a response
done
