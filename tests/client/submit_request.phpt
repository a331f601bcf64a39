--TEST--
submit(): headers, address and body of a request
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();
$submission = $server
    ->client(null, null, scope: 'scope-a,scope-b')
    ->submit(Feed::Prices, [price(1), price('ü/"', ['regular' => 1])]);
var_dump($submission);
[$request] = $server->requests();
echo "$request->method $request->path\n";
$headers = (array) $request->headers;
ksort($headers);
foreach ($headers as $name => $value) {
    echo $name, ': ', match ($name) {
        'user-agent' => str_starts_with($value, 'aco/' . Aco\VERSION) ? 'aco/(version)' : $value,
        'host' => scrub($value),
        default => $value,
    }, "\n";
}
echo $request->body, "\n";
check('the length is right', $request->bytes === strlen($request->body), $request->bytes);
[$token] = $server->requests('token');
parse_str($token->body, $fields);
echo "$token->method $token->path ", json_encode($fields), ' ', $token->headers->{'content-type'}, "\n";
check('no credentials for IMS in a header', !isset($token->headers->authorization) && !str_contains($token->path, '?'));
?>
--EXPECTF--
object(Aco\Submission)#%d (9) {
  ["status"]=>
  int(200)
  ["reason"]=>
  string(0) ""
  ["failedItems"]=>
  array(0) {
  }
  ["accepted"]=>
  int(2)
  ["deleted"]=>
  int(0)
  ["rejected"]=>
  int(0)
  ["retryable"]=>
  int(0)
  ["skipped"]=>
  int(0)
  ["requestIds"]=>
  array(1) {
    [0]=>
    string(5) "api-1"
  }
}
POST /v1/catalog/products/prices
accept: application/json
authorization: Bearer tok3n-1
content-length: 99
content-type: application/json
host: 127.0.0.1:*
user-agent: aco/(version)
[{"sku":"p1","priceBookId":"base","regular":9.5},{"sku":"pü/\"","priceBookId":"base","regular":1}]
the length is right: ok
POST /ims/token/v3 {"grant_type":"client_credentials","client_id":"client-1","client_secret":"s3cr3t-Value","scope":"scope-a,scope-b"} application/x-www-form-urlencoded
no credentials for IMS in a header: ok
