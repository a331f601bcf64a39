--TEST--
submit(): what can never be an item is an exception that says which, and the client works again
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Document;
use Aco\Feed;
use Aco\Mapper;

$server = new TestServer();
$client = $server->client();
foreach ([1, 'text', null, 1.5, true, new stdClass(), new ArrayObject([]), Feed::Prices, static fn () => [], STDIN,
    Document::fromJson(Feed::Products, 'a', '{}')] as $item) {
    attempt(static fn () => $client->submit(Feed::Prices, [price(1), $item]));
    attempt(static fn () => $client->submit(Feed::Prices, new ArrayIterator([price(1), price(2), $item])));
}
echo "the mapper is of another feed\n";
attempt(static fn () => $client->submit(Feed::Prices, [], new Mapper(Feed::Products)));
echo "arguments\n";
foreach ([
    ['prices', []], [Feed::Prices, 'items'], [Feed::Prices, null], [Feed::Prices, new stdClass()], [Feed::Prices],
    [Feed::Prices, [], 'mapper'],
] as $arguments) {
    attempt(static fn () => $client->submit(...$arguments));
}
check('nothing was sent', $server->requests() === []);
show($client->submit(Feed::Prices, prices(2)));

echo "after some were sent\n";
attempt(static fn () => $client->submit(Feed::Prices, [...prices(1000), 'text']));
show($client->submit(Feed::Prices, prices(2)));
?>
--EXPECT--
Aco\Exception\InvalidArgumentException 0 final: item 1 must be an array or an Aco\Document, int given
Aco\Exception\InvalidArgumentException 0 final: item 2 must be an array or an Aco\Document, int given
Aco\Exception\InvalidArgumentException 0 final: item 1 must be an array or an Aco\Document, string given
Aco\Exception\InvalidArgumentException 0 final: item 2 must be an array or an Aco\Document, string given
Aco\Exception\InvalidArgumentException 0 final: item 1 must be an array or an Aco\Document, null given
Aco\Exception\InvalidArgumentException 0 final: item 2 must be an array or an Aco\Document, null given
Aco\Exception\InvalidArgumentException 0 final: item 1 must be an array or an Aco\Document, float given
Aco\Exception\InvalidArgumentException 0 final: item 2 must be an array or an Aco\Document, float given
Aco\Exception\InvalidArgumentException 0 final: item 1 must be an array or an Aco\Document, bool given
Aco\Exception\InvalidArgumentException 0 final: item 2 must be an array or an Aco\Document, bool given
Aco\Exception\InvalidArgumentException 0 final: item 1 must be an array or an Aco\Document, stdClass given
Aco\Exception\InvalidArgumentException 0 final: item 2 must be an array or an Aco\Document, stdClass given
Aco\Exception\InvalidArgumentException 0 final: item 1 must be an array or an Aco\Document, ArrayObject given
Aco\Exception\InvalidArgumentException 0 final: item 2 must be an array or an Aco\Document, ArrayObject given
Aco\Exception\InvalidArgumentException 0 final: item 1 must be an array or an Aco\Document, Aco\Feed given
Aco\Exception\InvalidArgumentException 0 final: item 2 must be an array or an Aco\Document, Aco\Feed given
Aco\Exception\InvalidArgumentException 0 final: item 1 must be an array or an Aco\Document, Closure given
Aco\Exception\InvalidArgumentException 0 final: item 2 must be an array or an Aco\Document, Closure given
Aco\Exception\InvalidArgumentException 0 final: item 1 must be an array or an Aco\Document, resource given
Aco\Exception\InvalidArgumentException 0 final: item 2 must be an array or an Aco\Document, resource given
Aco\Exception\InvalidArgumentException 0 final: item 1 is a document of the feed products, not prices
Aco\Exception\InvalidArgumentException 0 final: item 2 is a document of the feed products, not prices
the mapper is of another feed
Aco\Exception\InvalidArgumentException 0 final: $mapper maps the feed products, not prices
arguments
TypeError 0: Aco\Client::submit(): Argument #1 ($feed) must be of type Aco\Feed, string given
TypeError 0: Aco\Client::submit(): Argument #2 ($items) must be of type Traversable|array, string given
TypeError 0: Aco\Client::submit(): Argument #2 ($items) must be of type Traversable|array, null given
TypeError 0: Aco\Client::submit(): Argument #2 ($items) must be of type Traversable|array, stdClass given
ArgumentCountError 0: Aco\Client::submit() expects at least 2 arguments, 1 given
TypeError 0: Aco\Client::submit(): Argument #3 ($mapper) must be of type ?Aco\Mapper, string given
nothing was sent: ok
200 accepted 2 [api-1]
after some were sent
Aco\Exception\InvalidArgumentException 0 final: item 1000 must be an array or an Aco\Document, string given
200 accepted 2 [api-3]
