--TEST--
Price books: of a website and of a customer group
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

show_items(Aco\Feed::PriceBooks, [
    'least' => [],
    'base' => ['websiteName' => 'Main', 'customerGroupId' => null, 'customerGroupName' => null, 'currency' => 'USD'],
    'website without name' => ['websiteName' => '', 'currency' => 'USD'],
    'group' => ['websiteName' => 'Main', 'customerGroupId' => 2, 'customerGroupName' => 'Retail', 'currency' => 'USD'],
    'guests' => ['websiteName' => 'Main', 'customerGroupId' => 0, 'customerGroupName' => 'NOT LOGGED IN'],
    'id as text' => ['websiteName' => 'Main', 'customerGroupId' => '2', 'customerGroupName' => 'Retail'],
    'code' => ['websiteName' => 'Main', 'customerGroupCode' => sha1('2'), 'customerGroupName' => 'Retail'],
    'code 0' => ['websiteName' => 'Main', 'customerGroupCode' => '0', 'customerGroupId' => 2],
    'group without name' => ['customerGroupId' => 2],
    'code without name' => ['customerGroupCode' => 'abc'],
    'text as it is' => ['websiteName' => 'A/B "é"', 'customerGroupId' => 1, 'customerGroupName' => '(x)'],
    'id that is no integer' => ['customerGroupId' => 1.5],
    'id that is no number' => ['customerGroupId' => 'x'],
]);
?>
--EXPECT--
least: {"priceBookId":"base","name":"base"}
base: {"priceBookId":"base","name":"Main","currency":"USD"}
website without name: {"priceBookId":"base","name":"base","currency":"USD"}
group: {"priceBookId":"base::da4b9237bacccdf19c0760cab7aec4a8359010b0","name":"Retail (Main)","parentId":"base"}
guests: {"priceBookId":"base::b6589fc6ab0dc82cf12099d1c2d40ab994e8410c","name":"NOT LOGGED IN (Main)","parentId":"base"}
id as text: {"priceBookId":"base::da4b9237bacccdf19c0760cab7aec4a8359010b0","name":"Retail (Main)","parentId":"base"}
code: {"priceBookId":"base::da4b9237bacccdf19c0760cab7aec4a8359010b0","name":"Retail (Main)","parentId":"base"}
code 0: {"priceBookId":"base","name":"Main"}
group without name: {"priceBookId":"base::da4b9237bacccdf19c0760cab7aec4a8359010b0","name":"2 (base)","parentId":"base"}
code without name: {"priceBookId":"base::abc","name":"abc (base)","parentId":"base"}
text as it is: {"priceBookId":"base::356a192b7913b04c54574d18c28d46e6395428ab","name":"(x) (A/B \"é\")","parentId":"base"}
id that is no integer: refused: customerGroupId must be an integer, a fraction or a number beyond 64 bits given
id that is no number: refused: customerGroupId must be an integer, string given
