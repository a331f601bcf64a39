--TEST--
PriceBooks::items() makes the items of the feed priceBooks
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

use Aco\Feed;
use Aco\PriceBooks;

$websites = [
    ['websiteCode' => 'base', 'websiteName' => 'Main', 'baseCurrency' => 'USD', 'currency' => 'XXX'],
    ['websiteCode' => 'eu', 'currency' => 'EUR', 'other' => INF],
];
$groups = [
    ['customerGroupId' => 0, 'customerGroupName' => 'NOT LOGGED IN'],
    ['customerGroupId' => '2', 'customerGroupName' => null, 'websites' => ['eu', 'us']],
    ['customerGroupId' => 3, 'websites' => []],
];
$items = PriceBooks::items($websites, $groups);
foreach ($items as $item) {
    echo json_encode($item), "\n", wire(Feed::PriceBooks, $item), "\n";
}
$references = $websites;
$reference = &$references[0]['websiteName'];
$entry = &$references[1];
var_dump(PriceBooks::items($references, $groups) === $items, PriceBooks::items([], $groups));

$website = static fn (mixed $website): callable =>
    static fn () => PriceBooks::items([['websiteCode' => 'a'], $website], []);
$group = static fn (mixed $group): callable => static fn () => PriceBooks::items(
    [['websiteCode' => 'a']],
    [['customerGroupId' => 1], $group],
);
refused('website', $website('base'));
refused('without code', $website(['websiteName' => 'x']));
refused('empty code', $website(['websiteCode' => '']));
refused('code', $website(['websiteCode' => 5]));
refused('name', $website(['websiteCode' => 'a', 'websiteName' => []]));
refused('base currency', $website(['websiteCode' => 'a', 'baseCurrency' => 5]));
refused('currency', $website(['websiteCode' => 'a', 'currency' => 1.5]));
refused('group', $group(null));
refused('without id', $group([]));
refused('negative id', $group(['customerGroupId' => -1]));
refused('id', $group(['customerGroupId' => '1x']));
refused('fraction', $group(['customerGroupId' => 1.0]));
refused('group name', $group(['customerGroupId' => 1, 'customerGroupName' => 1]));
refused('websites', $group(['customerGroupId' => 1, 'websites' => 'a']));
refused('made', static fn () => new PriceBooks());
?>
--EXPECT--
{"websiteCode":"base","websiteName":"Main","customerGroupId":null,"customerGroupName":null,"currency":"USD","deleted":false}
{"priceBookId":"base","name":"Main","currency":"USD"}
{"websiteCode":"base","websiteName":"Main","customerGroupId":0,"customerGroupName":"NOT LOGGED IN","currency":"USD","deleted":false}
{"priceBookId":"base::b6589fc6ab0dc82cf12099d1c2d40ab994e8410c","name":"NOT LOGGED IN (Main)","parentId":"base"}
{"websiteCode":"eu","websiteName":null,"customerGroupId":null,"customerGroupName":null,"currency":"EUR","deleted":false}
{"priceBookId":"eu","name":"eu","currency":"EUR"}
{"websiteCode":"eu","websiteName":null,"customerGroupId":0,"customerGroupName":"NOT LOGGED IN","currency":"EUR","deleted":false}
{"priceBookId":"eu::b6589fc6ab0dc82cf12099d1c2d40ab994e8410c","name":"NOT LOGGED IN (eu)","parentId":"eu"}
{"websiteCode":"eu","websiteName":null,"customerGroupId":2,"customerGroupName":null,"currency":"EUR","deleted":false}
{"priceBookId":"eu::da4b9237bacccdf19c0760cab7aec4a8359010b0","name":"2 (eu)","parentId":"eu"}
bool(true)
array(0) {
}
website: Aco\Exception\InvalidArgumentException: $websites[1] must be an array, string given
without code: Aco\Exception\InvalidArgumentException: $websites[1]['websiteCode'] is missing
empty code: Aco\Exception\InvalidArgumentException: $websites[1]['websiteCode'] is missing
code: Aco\Exception\InvalidArgumentException: $websites[1]['websiteCode'] must be a string, int given
name: Aco\Exception\InvalidArgumentException: $websites[1]['websiteName'] must be a string, array given
base currency: Aco\Exception\InvalidArgumentException: $websites[1]['baseCurrency'] must be a string, int given
currency: Aco\Exception\InvalidArgumentException: $websites[1]['currency'] must be a string, float given
group: Aco\Exception\InvalidArgumentException: $customerGroups[1] must be an array, null given
without id: Aco\Exception\InvalidArgumentException: $customerGroups[1]['customerGroupId'] must be an integer from 0
negative id: Aco\Exception\InvalidArgumentException: $customerGroups[1]['customerGroupId'] must be an integer from 0
id: Aco\Exception\InvalidArgumentException: $customerGroups[1]['customerGroupId'] must be an integer from 0
fraction: Aco\Exception\InvalidArgumentException: $customerGroups[1]['customerGroupId'] must be an integer from 0
group name: Aco\Exception\InvalidArgumentException: $customerGroups[1]['customerGroupName'] must be a string, int given
websites: Aco\Exception\InvalidArgumentException: $customerGroups[1]['websites'] must be an array, string given
made: Error: Call to private Aco\PriceBooks::__construct() from global scope
