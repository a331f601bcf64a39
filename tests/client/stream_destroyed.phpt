--TEST--
Streams: one that is destroyed before finish() drops what was not answered, tells the logger, and blocks nothing
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer(['api' => [['path' => '/prices', 'how' => 'hang']]]);
$client = $server->client(limits(concurrency: 2), static function (
    string $level,
    string $message,
    array $context,
): void {
    unset($context['seconds'], $context['requestId']);
    if ($context['feed'] === 'priceBooks') {
        return;
    }
    echo "  $level | $message | ", json_encode($context), "\n";
});
$before = microtime(true);
$stream = $client->open(Feed::Prices);
for ($i = 0; $i < 510; $i++) {
    $stream->push(price($i));
}
// Drives the connections until the first request of the stream is under way.
while (count($server->requests()) < 2) {
    $client->submit(Feed::PriceBooks, [['websiteCode' => 'base', 'currency' => 'USD', 'websiteName' => 'Base']]);
}
unset($stream);
check('at once', microtime(true) - $before < 2, microtime(true) - $before);
echo "nothing pushed, nothing said\n";
$stream = $client->open(Feed::Prices);
unset($stream);
echo "finished, nothing said of it\n";
$stream = $client->open(Feed::Prices);
$stream->push(price(1));
$stream->finish();
unset($stream);
echo "while an exception is under way\n";
try {
    (static function () use ($client): void {
        $stream = $client->open(Feed::Prices);
        $stream->push(price(1));
        throw new DomainException('mine');
    })();
} catch (DomainException $e) {
    echo $e->getMessage(), ' ', $e->getPrevious() === null ? 'alone' : 'WITH ANOTHER', "\n";
}
echo "with a logger that throws\n";
$failing = $server->client(null, static fn () => throw new LogicException('logger'));
attempt(static function () use ($failing): void {
    $stream = $failing->open(Feed::Prices);
    $stream->push(price(1));
    unset($stream);
    echo "NOT REACHED\n";
});
try {
    (static function () use ($failing): void {
        $stream = $failing->open(Feed::Prices);
        $stream->push(price(1));
        throw new DomainException('mine');
    })();
} catch (LogicException $e) {
    echo $e->getMessage(), ' after ', $e->getPrevious()?->getMessage(), "\n";
}
echo "the client works\n";
show($client->submit(Feed::Prices, prices(3)));
?>
--EXPECT--
warning | prices: stream destroyed before finish(), 510 items without a response | {"feed":"prices","items":510}
at once: ok
nothing pushed, nothing said
finished, nothing said of it
  debug | prices: 1 items delivered | {"feed":"prices","items":1,"status":200,"httpStatus":200}
while an exception is under way
  warning | prices: stream destroyed before finish(), 1 items without a response | {"feed":"prices","items":1}
mine alone
with a logger that throws
LogicException 0: logger
logger after mine
the client works
  debug | prices: 3 items delivered | {"feed":"prices","items":3,"status":200,"httpStatus":200}
200 accepted 3 [api-4]
