--TEST--
Streams: what is wrong is refused, and does no harm
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Document;
use Aco\Feed;

$server = new TestServer();
$client = $server->client();
$stream = $client->open(Feed::Prices);
$stream->push(price(1));
foreach ([1, 'text', null, new stdClass(), new ArrayObject()] as $item) {
    attempt(static fn () => $stream->push($item));
}
attempt(static fn () => $stream->push());
attempt(static fn () => $stream->push(Document::fromJson(Feed::Products, 'a', '{}')));
$stream->push(price(2));
show($stream->finish());
attempt(static fn () => $stream->push(price(3)));
attempt(static fn () => $stream->push(document('d')));
attempt(static fn () => $stream->finish());
attempt(static fn () => clone $stream);
attempt(static fn () => clone $client);
echo count($server->requests()), "\n";
?>
--EXPECT--
TypeError 0: Aco\Stream::push(): Argument #1 ($item) must be of type Aco\Document|array, int given
TypeError 0: Aco\Stream::push(): Argument #1 ($item) must be of type Aco\Document|array, string given
TypeError 0: Aco\Stream::push(): Argument #1 ($item) must be of type Aco\Document|array, null given
TypeError 0: Aco\Stream::push(): Argument #1 ($item) must be of type Aco\Document|array, stdClass given
TypeError 0: Aco\Stream::push(): Argument #1 ($item) must be of type Aco\Document|array, ArrayObject given
ArgumentCountError 0: Aco\Stream::push() expects exactly 1 argument, 0 given
Aco\Exception\InvalidArgumentException 0 final: item 1 is a document of the feed products, not prices
200 accepted 2 [api-1]
Aco\Exception\InvalidArgumentException 0 final: the stream is finished; open another one
Aco\Exception\InvalidArgumentException 0 final: the stream is finished; open another one
Aco\Exception\InvalidArgumentException 0 final: the stream is finished; open another one
Error 0: Trying to clone an uncloneable object of class Aco\Stream
Error 0: Trying to clone an uncloneable object of class Aco\Client
1
