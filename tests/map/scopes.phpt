--TEST--
Scopes: items of disabled websites and store views map to delete bodies
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

use Aco\Feed;
use Aco\Mapper;
use Aco\Scopes;

foreach (Feed::cases() as $feed) {
    $item = ['websiteCode' => 'base', 'storeViewCode' => 'en'] + LEAST[$feed->value];
    foreach ([
        'none' => new Scopes(),
        'website' => new Scopes(['eu', 'base']),
        'store view' => new Scopes(disabledStoreViews: ['en']),
        'names crossed' => new Scopes(['en'], ['base']),
        'parts of names' => new Scopes(['bas', 'base2', 'BASE'], ['e', 'en_us', 'EN']),
    ] as $name => $scopes) {
        $document = (new Mapper($feed, $scopes))->map($item);
        $plain = (new Mapper($feed))->map($item);
        echo "$feed->value, $name: ",
            $document->deleted ? $document : ((string) $document === (string) $plain ? 'live' : 'another body'), "\n";
        $document->id === $plain->id || complain('another id');
    }
}
echo "\n";
// A disabled item is not looked at further, a key field that is missing is still named.
echo wire(Feed::Products, ['sku' => 'A', 'storeViewCode' => 'en', 'name' => INF], new Scopes([], ['en'])), "\n";
echo wire(Feed::Prices, ['websiteCode' => 'base'], new Scopes(['base'])), "\n";
echo wire(Feed::Products, ['sku' => 'A'], new Scopes([], ['en'])), "\n";
echo wire(Feed::Products, ['deleted' => 'x', 'storeViewCode' => 'en'] + LEAST['products'], new Scopes([], ['en'])),
    "\n";
echo wire(Feed::Categories, ['urlPath' => '', 'storeViewCode' => 'en'], new Scopes([], ['en'])), "\n";
$source = ['layer' => 'winter', 'locale' => 'en'];
echo wire(Feed::ProductLayers, ['sku' => 'A', 'source' => $source], new Scopes([], ['en'])), "\n";
// Numbers as codes.
echo wire(Feed::Products, ['storeViewCode' => 7] + LEAST['products'], new Scopes([], ['7'])), "\n";
echo wire(Feed::PriceBooks, ['websiteCode' => '7'], new Scopes([7])), "\n";

echo "\n";
$code = 'eu';
$codes = ['x' => 'base', 'y' => &$code, 'z' => 'base'];
$scopes = new Scopes($codes, ['en']);
echo json_encode($scopes), "\n";
refused('website', static fn () => new Scopes(['base', null]));
refused('empty code', static fn () => new Scopes([], ['']));
refused('store view', static fn () => new Scopes([], [['en']]));
refused('change', static fn () => $scopes->disabledWebsites[] = 'x');
refused('clone', static fn () => clone $scopes);
refused('serialize', static fn () => serialize($scopes));
refused('twice', static fn () => $scopes->__construct());
refused('property', static fn () => $scopes->more = 1);

// A mapper keeps its scopes.
$mapper = new Mapper(Feed::PriceBooks, new Scopes(['base']));
unset($scopes);
gc_collect_cycles();
var_dump($mapper->map(LEAST['priceBooks'])->deleted);
?>
--EXPECTF--
products, none: live
products, website: live
products, store view: {"sku":"A","source":{"locale":"en"}}
products, names crossed: live
products, parts of names: live
productAttributes, none: live
productAttributes, website: live
productAttributes, store view: {"code":"color","source":{"locale":"en"}}
productAttributes, names crossed: live
productAttributes, parts of names: live
categories, none: live
categories, website: live
categories, store view: {"slug":"men","source":{"locale":"en"}}
categories, names crossed: live
categories, parts of names: live
prices, none: live
prices, website: {"sku":"A","priceBookId":"base"}
prices, store view: live
prices, names crossed: live
prices, parts of names: live
priceBooks, none: live
priceBooks, website: {"priceBookId":"base"}
priceBooks, store view: live
priceBooks, names crossed: live
priceBooks, parts of names: live
categoryAttributes, none: live
categoryAttributes, website: live
categoryAttributes, store view: {"code":"season","source":{"locale":"en"}}
categoryAttributes, names crossed: live
categoryAttributes, parts of names: live
productLayers, none: live
productLayers, website: live
productLayers, store view: live
productLayers, names crossed: live
productLayers, parts of names: live

{"sku":"A","source":{"locale":"en"}}
refused: sku is missing
refused: storeViewCode is missing
refused: deleted must be a boolean, 0 or 1, another string given
null
{"sku":"A","source":{"locale":"en","layer":"winter"}}
{"sku":"A","source":{"locale":"7"}}
{"priceBookId":"7"}

{"disabledWebsites":["base","eu"],"disabledStoreViews":["en"]}
website: Aco\Exception\InvalidArgumentException: $disabledWebsites must hold non-empty strings
empty code: Aco\Exception\InvalidArgumentException: $disabledStoreViews must hold non-empty strings
store view: Aco\Exception\InvalidArgumentException: $disabledStoreViews must hold non-empty strings
change: Error: Cannot %Smodify readonly property Aco\Scopes::$disabledWebsites
clone: Error: Trying to clone an uncloneable object of class Aco\Scopes
serialize: Exception: Serialization of 'Aco\Scopes' is not allowed
twice: Error: Cannot construct Aco\Scopes twice
property: Error: Cannot create dynamic property Aco\Scopes::$more
bool(true)
