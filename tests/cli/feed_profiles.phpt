--TEST--
What the command knows of each feed: order, identity of items and bodies, scope, rate
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../../cli/vendor/autoload.php';
require __DIR__ . '/cli.inc';

use Aco\Cli\Sync\{FeedProfile, StoredKey};
use Aco\{Document, Feed, Limits, Mapper};

$items = [
    'products' => product('A/1', ['productId' => '7']),
    'productAttributes' => [
        'attributeCode' => 'color', 'storeViewCode' => 'default', 'id' => 8, 'label' => 'Color', 'dataType' => 'text',
    ],
    'categories' => ['urlPath' => 'men/tops', 'storeViewCode' => 'default', 'categoryId' => 9.0, 'name' => 'Tops'],
    'prices' => ['customerGroupCode' => 'b6589', 'productId' => '99999999999'] + price('A/1'),
    'priceBooks' => [
        'websiteCode' => 'base', 'customerGroupCode' => 'b6589', 'customerGroupId' => '1', 'name' => 'Base',
        'currencies' => ['EUR'],
    ],
    'categoryAttributes' => [
        'code' => 'season', 'source' => ['locale' => 'default'], 'label' => 'Season', 'dataType' => 'TEXT', 'id' => 6,
    ],
    'productLayers' => ['sku' => 'A/1', 'source' => ['layer' => 'winter', 'locale' => 'default'], 'name' => 'Tee'],
];

foreach (FeedProfile::steps() as $feeds) {
    echo implode(', ', array_column($feeds, 'value')), "\n";
}

$limits = new Limits(productsPerMinute: 11, pricesPerMinute: 12);

foreach (Feed::cases() as $feed) {
    $profile = FeedProfile::of($feed);
    $item = $items[$feed->value];
    $mapper = new Mapper($feed);
    $document = $mapper->map($item);
    $deletion = $mapper->deletion(FeedProfile::identity($item));
    echo "-- $feed->value\n";

    // What is kept of an item is enough to delete it, and both bodies lead back to it.
    var_dump($deletion->id === $document->id && $deletion->deleted);
    foreach ([(string) $document, (string) $deletion, json_encode(['deleted' => true] + $item)] as $payload) {
        $key = StoredKey::of($profile, $payload);
        printf("%s | %s | %s | %s\n", $key->label(), $key->scope(), $key->branch(), $key->isBody ? 'body' : 'no body');
    }

    echo "{$profile->sourceEntityId($item)} {$profile->sourceEntityId([])} {$profile->itemsPerMinute($limits)}\n";
    $below = array_column($profile->feedsBelow, 'value');
    echo json_encode([$below, $profile->dimensions, $profile->deletesWithoutCode]), "\n";
}

echo "-- what is no identity\n";
$profile = FeedProfile::of(Feed::Products);
foreach (['', '[]', '{"sku":["x"],"source":"de"}', '{"sku":"","storeViewCode":"de"}', '{"sku":12}'] as $payload) {
    echo json_encode(StoredKey::of($profile, $payload)->members), "\n";
}
?>
--EXPECT--
productAttributes, categoryAttributes
priceBooks
categories
products, prices
productLayers
-- products
bool(true)
A/1 / default | default | default/A/1 | body
A/1 / default | default | default/A/1 | no body
A/1 / default | default | default/A/1 | no body
7 0 11
[[],["products","storeViews"],false]
-- productAttributes
bool(true)
color / default | default | default/color | body
color / default | default | default/color | no body
color / default | default | default/color | no body
8 0 0
[[],["attributes","storeViews"],false]
-- categories
bool(true)
men/tops / default | default | default/men/tops | body
men/tops / default | default | default/men/tops | no body
men/tops / default | default | default/men/tops | no body
9 0 0
[["categories"],["categories","storeViews"],true]
-- prices
bool(true)
A/1 / base::b6589 | base | base/b6589/A/1 | body
A/1 / base::b6589 | base | base/b6589/A/1 | no body
A/1 / base::b6589 | base | base/b6589/A/1 | no body
4294967295 0 12
[[],["products","websites","customerGroups"],false]
-- priceBooks
bool(true)
base::b6589 | base | base/b6589 | body
base::b6589 | base | base/b6589 | no body
base::b6589 | base | base/b6589 | no body
1 0 0
[["priceBooks","prices"],["websites","customerGroups"],false]
-- categoryAttributes
bool(true)
season / default | default | default/season | body
season / default | default | default/season | no body
season / default | default | default/season | body
6 0 0
[[],[],false]
-- productLayers
bool(true)
A/1 / winter / default | default | default/A/1 | body
A/1 / winter / default | default | default/A/1 | no body
A/1 / winter / default | default | default/A/1 | body
0 0 11
[[],[],false]
-- what is no identity
[]
[]
{"source":"de"}
{"storeViewCode":"de"}
{"sku":"12"}
