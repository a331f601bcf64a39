--TEST--
Document: properties, text, JSON, and what it does not allow
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

use Aco\Document;
use Aco\Feed;
use Aco\Mapper;

$mapper = new Mapper(Feed::PriceBooks);
$document = $mapper->map(['websiteCode' => 'base', 'websiteName' => 'A/é"', 'currency' => 'USD']);
var_dump($document);
var_dump((string) $document, $document->jsonSerialize());
echo json_encode($document), "\n", json_encode([$document], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), "\n";
// Numbers are decoded as json_decode() does.
var_dump((new Mapper(Feed::Prices))->map(['regular' => 2.50] + LEAST['prices'])->jsonSerialize());

// What is looked at first makes no difference.
$fresh = static fn (): Document => $mapper->map(['websiteCode' => 'base']);
var_dump(isset($fresh()->hash), empty($fresh()->id), strlen($fresh()->hash), count((array) $fresh()), array_keys(
    get_object_vars($fresh()),
));
var_dump($fresh() == $fresh(), $fresh() == $document, $fresh()->feed === Feed::PriceBooks);
var_dump((new ReflectionProperty(Document::class, 'id'))->getValue($fresh()) === sha1("base\0"));

refused('set', static fn () => $document->hash = 'x');
refused('set on a fresh one', static fn () => $fresh()->id = 'x');
refused('unset', static function () use ($fresh): void {
    $document = $fresh();
    unset($document->hash);
});
refused('reference', static function () use ($fresh): void {
    $id = &$fresh()->id;
});
refused('new property', static fn () => $document->other = 1);
refused('clone', static fn () => clone $document);
refused('serialize', static fn () => serialize($document));
refused('unserialize', static fn () => unserialize('O:12:"Aco\Document":0:{}'));
refused('new', static fn () => new Document());
refused(
    'by reflection',
    static fn () => (string) (new ReflectionClass(Document::class))->newInstanceWithoutConstructor(),
);
?>
--EXPECTF--
object(Aco\Document)#%d (5) {
  ["feed"]=>
  enum(Aco\Feed::PriceBooks)
  ["id"]=>
  string(40) "19f225a6efb661afbaa3a03c5e1b6bac5ccc4600"
  ["hash"]=>
  string(40) "b7393b1e2af54c2cefa3352f1850b6c374b22363"
  ["deleted"]=>
  bool(false)
  ["patch"]=>
  bool(false)
}
string(55) "{"priceBookId":"base","name":"A/é\"","currency":"USD"}"
array(3) {
  ["priceBookId"]=>
  string(4) "base"
  ["name"]=>
  string(5) "A/é""
  ["currency"]=>
  string(3) "USD"
}
{"priceBookId":"base","name":"A\/\u00e9\"","currency":"USD"}
[{"priceBookId":"base","name":"A/é\"","currency":"USD"}]
array(3) {
  ["sku"]=>
  string(1) "A"
  ["priceBookId"]=>
  string(4) "base"
  ["regular"]=>
  float(2.5)
}
bool(true)
bool(false)
int(40)
int(5)
array(5) {
  [0]=>
  string(4) "feed"
  [1]=>
  string(2) "id"
  [2]=>
  string(4) "hash"
  [3]=>
  string(7) "deleted"
  [4]=>
  string(5) "patch"
}
bool(true)
bool(false)
bool(true)
bool(true)
set: Error: Cannot modify readonly property Aco\Document::$hash
set on a fresh one: Error: Cannot modify readonly property Aco\Document::$id
unset: Error: Cannot unset readonly property Aco\Document::$hash
reference: Error: Cannot %s readonly property Aco\Document::$id
new property: Error: Cannot create dynamic property Aco\Document::$other
clone: Error: Trying to clone an uncloneable object of class Aco\Document
serialize: Exception: Serialization of 'Aco\Document' is not allowed
unserialize: Exception: Unserialization of 'Aco\Document' is not allowed
new: Error: Call to private Aco\Document::__construct() from global scope
by reflection: ReflectionException: Class Aco\Document is an internal class marked as final that cannot be instantiated without invoking its constructor
