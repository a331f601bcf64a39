--TEST--
submit(): an itemIndex that names no item of the request rejects none; the request is halved
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$indices = [
    'negative' => '-1', 'least' => '-9223372036854775808', 'one too large' => '3', '32 bits' => '4294967296',
    'huge' => '99999999999999999999999',
    'text' => '"1"', 'word' => '"first"', 'fraction' => '1.5', 'whole fraction' => '1.0', 'exponent' => '1e0',
    'null' => 'null', 'true' => 'true',
    'list' => '[1]', 'object' => '{"index":1}'];
foreach ($indices as $label => $index) {
    // What really is wrong: the item in the middle.
    $body = '{"status":"FAILED","message":"Invalid","errors":[{"itemIndex":' . $index . ',"code":"sku","message":"bad","value":""}]}';
    $server = new TestServer(['api' => [['status' => 400, 'body' => $body, 'contains' => '"p1"', 'always' => true]]]);
    show($server->client()->submit(Feed::Prices, prices(3)), $label);
    $server->stop();
}

echo "repeated\n";
$server = new TestServer(['api' => [['status' => 400, 'body' => [
    'errors' => array_fill(0, 300, ['itemIndex' => 1, 'code' => 'sku', 'message' => 'bad']),
]]]]);
$submission = $server->client()->submit(Feed::Prices, prices(3));
echo $submission->status, ' ', $submission->accepted, ' ', $submission->rejected, ' ',
    json_encode(array_keys($submission->failedItems)), "\n";
check(
    'a message of some length',
    strlen($submission->failedItems[1]['message']) < 2000,
    strlen($submission->failedItems[1]['message']),
);
$server->dump();

echo "of the request, not of the submission\n";
$server = new TestServer(['api' => [['path' => '/prices'], [
    'path' => '/prices',
    'reject' => [0 => ['sku', 'bad'], 99 => ['sku', 'worse'], 100 => ['sku', 'nobody']],
]]]);
show($server->client()->submit(Feed::Prices, prices(600)));
?>
--EXPECT--
negative: 200 accepted 2, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  1 400 -: the API answers HTTP 400: Invalid
least: 200 accepted 2, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  1 400 -: the API answers HTTP 400: Invalid
one too large: 200 accepted 2, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  1 400 -: the API answers HTTP 400: Invalid
32 bits: 200 accepted 2, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  1 400 -: the API answers HTTP 400: Invalid
huge: 200 accepted 2, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  1 400 -: the API answers HTTP 400: Invalid
text: 200 accepted 2, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  1 400 -: the API answers HTTP 400: Invalid
word: 200 accepted 2, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  1 400 -: the API answers HTTP 400: Invalid
fraction: 200 accepted 2, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  1 400 -: the API answers HTTP 400: Invalid
whole fraction: 200 accepted 2, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  1 400 -: the API answers HTTP 400: Invalid
exponent: 200 accepted 2, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  1 400 -: the API answers HTTP 400: Invalid
null: 200 accepted 2, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  1 400 -: the API answers HTTP 400: Invalid
true: 200 accepted 2, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  1 400 -: the API answers HTTP 400: Invalid
list: 200 accepted 2, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  1 400 -: the API answers HTTP 400: Invalid
object: 200 accepted 2, rejected 1 [api-1 api-2 api-3 api-4 api-5]
  1 400 -: the API answers HTTP 400: Invalid
repeated
200 2 1 [1]
a message of some length: ok
/v1/catalog/products/prices 3: p0 p1 p2
/v1/catalog/products/prices 2: p0 p2
of the request, not of the submission
200 accepted 598, rejected 2 [api-1 api-2 api-3]
  500 400 sku: bad
  599 400 sku: worse
