--TEST--
Logger: a callable gets level, message and context of every answer, and no secret, token or payload
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$all = '';
$logger = static function (string $level, string $message, array $context) use (&$all): void {
    $all .= $level . $message . print_r($context, true);
    check('  seconds', is_float($context['seconds']) && $context['seconds'] >= 0 && $context['seconds'] < 5);
    unset($context['seconds']);
    echo "  $level | $message | ", json_encode($context), "\n";
};
$items = [price('payload-1'), price('payload-2', ['regular' => 77.77]), price('payload-3', ['deleted' => true])];
$server = new TestServer();
$client = $server->client(limits(maxAttempts: 1), $logger);
foreach ([
    'delivered' => [],
    'rejected' => ['api' => [['reject' => [0 => ['sku', 'payload-1 is bad']]]]],
    'all rejected' => ['api' => [['reject' => [['sku', 'bad'], ['sku', 'bad']]]]],
    'down' => ['api' => [['status' => 503]]],
    'forbidden' => ['api' => [['status' => 403]]],
    'fewer' => ['api' => [['accepted' => 1]]],
    'token' => ['api' => [['status' => 401], ['status' => 401]]],
] as $label => $script) {
    echo "$label\n";
    $server->script($script + ['api' => []]);
    $client->submit(Feed::Prices, $items);
}
echo "nothing to say\n";
$client->submit(Feed::Prices, []);
$client->submit(Feed::Prices, [['sku' => 'payload-1']]);
foreach ([SECRET, 'tok3n', 'payload', '77.77', 'Bearer'] as $hidden) {
    check("no $hidden", $all !== '' && !str_contains($all, $hidden));
}
?>
--EXPECT--
delivered
  seconds: ok
  debug | prices: 2 items delivered | {"feed":"prices","items":2,"status":200,"httpStatus":200,"requestId":"api-1"}
  seconds: ok
  debug | prices: 1 items delivered | {"feed":"prices","items":1,"status":200,"httpStatus":200,"requestId":"api-2"}
rejected
  seconds: ok
  warning | prices: 1 items rejected | {"feed":"prices","items":1,"status":400,"httpStatus":400,"requestId":"api-3"}
  seconds: ok
  debug | prices: 1 items delivered | {"feed":"prices","items":1,"status":200,"httpStatus":200,"requestId":"api-4"}
  seconds: ok
  debug | prices: 1 items delivered | {"feed":"prices","items":1,"status":200,"httpStatus":200,"requestId":"api-5"}
all rejected
  seconds: ok
  warning | prices: 2 items rejected | {"feed":"prices","items":2,"status":400,"httpStatus":400,"requestId":"api-6"}
  seconds: ok
  debug | prices: 1 items delivered | {"feed":"prices","items":1,"status":200,"httpStatus":200,"requestId":"api-7"}
down
  seconds: ok
  warning | prices: 2 items to be sent again: the API answers HTTP 503 | {"feed":"prices","items":2,"status":2,"httpStatus":503,"requestId":"api-8"}
  seconds: ok
  debug | prices: 1 items delivered | {"feed":"prices","items":1,"status":200,"httpStatus":200,"requestId":"api-9"}
forbidden
  seconds: ok
  warning | prices: 2 items to be sent again: the API answers HTTP 403; check that client and scope may use this tenant | {"feed":"prices","items":2,"status":2,"httpStatus":403,"requestId":"api-10"}
  seconds: ok
  warning | prices: 1 items to be sent again: the API answers HTTP 403; check that client and scope may use this tenant | {"feed":"prices","items":1,"status":2,"httpStatus":0,"requestId":""}
fewer
  seconds: ok
  warning | prices: 2 items to be sent again: the API accepted 1 of 2 items without saying which | {"feed":"prices","items":2,"status":2,"httpStatus":200,"requestId":"api-11"}
  seconds: ok
  debug | prices: 1 items delivered | {"feed":"prices","items":1,"status":200,"httpStatus":200,"requestId":"api-12"}
token
  seconds: ok
  notice | prices: the API answers HTTP 401; a new token is asked for | {"feed":"prices","items":0,"status":0,"httpStatus":401,"requestId":"api-13"}
  seconds: ok
  warning | prices: 2 items to be sent again: the API answers HTTP 401; the token was renewed, check that the client may use this tenant | {"feed":"prices","items":2,"status":2,"httpStatus":401,"requestId":"api-14"}
  seconds: ok
  warning | prices: 1 items to be sent again: the API answers HTTP 401; the token was renewed, check that the client may use this tenant | {"feed":"prices","items":1,"status":2,"httpStatus":0,"requestId":""}
nothing to say
no s3cr3t-Value: ok
no tok3n: ok
no payload: ok
no 77.77: ok
no Bearer: ok
