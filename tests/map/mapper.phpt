--TEST--
Mapper: its feed, and what it does not allow
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

use Aco\Feed;
use Aco\Mapper;

$mapper = new Mapper(Feed::Prices);
var_dump($mapper, $mapper->feed === Feed::Prices);
refused('set', static fn () => $mapper->feed = Feed::Products);
refused('new property', static fn () => $mapper->other = 1);
refused('clone', static fn () => clone $mapper);
refused('serialize', static fn () => serialize($mapper));
refused('twice', static fn () => $mapper->__construct(Feed::Products));
refused('feed as text', static fn () => new Mapper('prices'));
refused('scopes', static fn () => new Mapper(Feed::Prices, []));
refused('no item', static fn () => $mapper->map());
refused('object as item', static fn () => $mapper->map(new ArrayObject(LEAST['prices'])));
refused(
    'not constructed',
    static fn () => (new ReflectionClass(Mapper::class))->newInstanceWithoutConstructor()->map([]),
);

// An item that is refused leaves nothing behind.
$first = (string) $mapper->map(LEAST['prices']);
refused('refused', static fn () => $mapper->map(['tierPrices' => [['qty' => 1, 'price' => INF]]] + LEAST['prices']));
var_dump((string) $mapper->map(LEAST['prices']) === $first);
// Two mappers, turn by turn.
$other = new Mapper(Feed::Categories);
$a = $mapper->map(LEAST['prices']);
$b = $other->map(LEAST['categories']);
echo "$a\n$b\n";
// The item is not changed.
$item = ['regular' => '5', 'discounts' => [
    ['code' => 'b', 'price' => 1],
    ['code' => 'a', 'price' => 2],
]] + LEAST['prices'];
$before = serialize($item);
$mapper->map($item);
var_dump(serialize($item) === $before);
?>
--EXPECTF--
object(Aco\Mapper)#%d (1) {
  ["feed"]=>
  enum(Aco\Feed::Prices)
}
bool(true)
set: Error: Cannot modify readonly property Aco\Mapper::$feed
new property: Error: Cannot create dynamic property Aco\Mapper::$other
clone: Error: Trying to clone an uncloneable object of class Aco\Mapper
serialize: Exception: Serialization of 'Aco\Mapper' is not allowed
twice: Error: Cannot construct Aco\Mapper twice
feed as text: TypeError: Aco\Mapper::__construct(): Argument #1 ($feed) must be of type Aco\Feed, string given
scopes: TypeError: Aco\Mapper::__construct(): Argument #2 ($scopes) must be of type ?Aco\Scopes, array given
no item: ArgumentCountError: Aco\Mapper::map() expects exactly 1 argument, 0 given
object as item: TypeError: Aco\Mapper::map(): Argument #1 ($item) must be of type array, ArrayObject given
not constructed: ReflectionException: Class Aco\Mapper is an internal class marked as final that cannot be instantiated without invoking its constructor
refused: Aco\Exception\MappingException: prices item (sku "A", websiteCode "base"): tierPrices.0.price must be a finite number, INF or NAN given
bool(true)
{"sku":"A","priceBookId":"base","regular":10}
{"slug":"men","source":{"locale":"en"},"name":"Men","families":[]}
bool(true)
