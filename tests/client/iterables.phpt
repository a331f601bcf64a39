--TEST--
submit(): arrays, generators, iterators and aggregates of arrays and Documents; keys are ignored
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;
use Aco\Mapper;

final class Aggregate implements IteratorAggregate
{
    public function __construct(private mixed $inner)
    {
    }

    public function getIterator(): Traversable
    {
        return $this->inner instanceof Traversable ? $this->inner : new ArrayIterator($this->inner);
    }
}

$mapper = new Mapper(Feed::Prices);
$items = [price(0), $mapper->map(price(1)), price(2), document('p3'), price(4, ['deleted' => true]), ['sku' => 'p5']];
$keyed = array_combine(['x', 5, -3, '', 'sku', 9], $items);
$generator = static function () use ($items): Generator {
    yield from $items;
    // The same key again.
    yield 0 => price(6);
    yield [] => price(7);
    yield new stdClass() => price(8);
    return 'ignored';
};
$linked = new SplDoublyLinkedList();
$fixed = SplFixedArray::fromArray($items);
$objects = new ArrayObject($items);
foreach ($items as $item) {
    $linked->push($item);
}
$server = new TestServer();
$client = $server->client();
foreach ([
    'list' => $items, 'keys' => $keyed, 'generator' => $generator(), 'iterator' => new ArrayIterator($keyed),
    'aggregate' => new Aggregate($items), 'aggregate of aggregate' => new Aggregate(new Aggregate($generator())),
    'limit' => new LimitIterator(new ArrayIterator($items), 2, 3), 'linked list' => $linked, 'fixed array' => $fixed,
    'object' => $objects,
    'append' => new IteratorIterator(new ArrayIterator($items)),
    'empty generator' => (static fn (): Generator => yield from [])(), 'nothing' => [],
] as $label => $iterable) {
    $submission = $client->submit(Feed::Prices, $iterable);
    echo str_pad($label, 24), "$submission->status $submission->accepted $submission->deleted $submission->rejected ",
        implode(' ', array_keys($submission->failedItems)), "\n";
}
$server->dump();

echo "a generator that has run is refused by the engine\n";
$started = $generator();
$started->next();
attempt(static fn () => show($client->submit(Feed::Prices, $started)));
attempt(static fn () => $client->submit(Feed::Prices, $started));
echo $client->submit(Feed::Prices, prices(1))->accepted, "\n";

echo "a large array and a large generator\n";
echo $client->submit(Feed::Prices, prices(3001))->accepted, ' ',
    $client->submit(Feed::Prices, new ArrayIterator(prices(3001)))->accepted, "\n";
?>
--EXPECT--
list                    200 4 1 1 5
keys                    200 4 1 1 5
generator               200 7 1 1 5
iterator                200 4 1 1 5
aggregate               200 4 1 1 5
aggregate of aggregate  200 7 1 1 5
limit                   200 2 1 0 
linked list             200 4 1 1 5
fixed array             200 4 1 1 5
object                  200 4 1 1 5
append                  200 4 1 1 5
empty generator         200 0 0 0 
nothing                 200 0 0 0 
/v1/catalog/products/prices 4: p0 p1 p2 p3
/v1/catalog/products/prices/delete 1: p4
/v1/catalog/products/prices 4: p0 p1 p2 p3
/v1/catalog/products/prices/delete 1: p4
/v1/catalog/products/prices 7: p0 p1 p2 p3 p6 p7 p8
/v1/catalog/products/prices/delete 1: p4
/v1/catalog/products/prices 4: p0 p1 p2 p3
/v1/catalog/products/prices/delete 1: p4
/v1/catalog/products/prices 4: p0 p1 p2 p3
/v1/catalog/products/prices/delete 1: p4
/v1/catalog/products/prices 7: p0 p1 p2 p3 p6 p7 p8
/v1/catalog/products/prices/delete 1: p4
/v1/catalog/products/prices 2: p2 p3
/v1/catalog/products/prices/delete 1: p4
/v1/catalog/products/prices 4: p0 p1 p2 p3
/v1/catalog/products/prices/delete 1: p4
/v1/catalog/products/prices 4: p0 p1 p2 p3
/v1/catalog/products/prices/delete 1: p4
/v1/catalog/products/prices 4: p0 p1 p2 p3
/v1/catalog/products/prices/delete 1: p4
/v1/catalog/products/prices 4: p0 p1 p2 p3
/v1/catalog/products/prices/delete 1: p4
a generator that has run is refused by the engine
Exception 0: Cannot rewind a generator that was already run
Exception 0: Cannot rewind a generator that was already run
1
a large array and a large generator
3001 3001
