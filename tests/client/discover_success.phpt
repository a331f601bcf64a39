--TEST--
Connection::discover() asks for a token and the tenant, and finds the addresses wherever the answer has them
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Connection;

$answers = [
    ['ingestionUrl' => 'https://na1.api.example/T1', 'studioUrl' => 'https://studio.example/T1'],
    ['data' => ['endpoints' => [['name' => 'x', 'ingestion_endpoint' => 'https://a.example'], [
        'studio' => ['url' => 'https://s.example'],
    ]]]],
    ['Ingestion' => ['region' => 'na1', 'links' => ['https://a.example/first', 'https://a.example/second']]],
    ['catalogDataINGESTIONapi' => 'https://a.example', 'studioUrl' => null, 'extra' => [1, 2.5, true, null, []]],
    ['ingestionName' => 'not an address', 'ingestionPort' => 80, 'ingestionUrl' => 'https://a.example/third'],
    ['ingestionUrl' => 'http://127.0.0.1:99/local'],
];
$server = new TestServer(['tenant' => array_map(static fn (array $body): array => ['body' => $body], $answers)]);
foreach ($answers as $answer) {
    $connection = Connection::discover(
        'org 1@AdobeOrg',
        'T 1/ü',
        'client-1',
        SECRET,
        $server->url,
        $server->url,
        transport: new Aco\Transport(proxy: '', timeoutMs: 5000),
    );
    echo $connection->ingestionUrl, ' ', $connection->studioUrl ?? 'no studio', "\n";
}
foreach (get_object_vars($connection) + get_object_vars($connection->transport) as $name => $value) {
    $value = $value instanceof Aco\Transport ? '(below)' : $value;
    echo $name, ': ', scrub(var_export($value, true)), "\n";
}
$token = $server->requests('token')[0];
echo "$token->method $token->path {$token->headers->{'content-type'}}\n", str_replace(SECRET, '(secret)', $token->body), "\n";
$tenant = $server->requests('tenant')[0];
echo "$tenant->method $tenant->path {$tenant->headers->authorization}\n";
var_dump(str_contains(print_r($connection, true), SECRET), isset($tenant->headers->{'content-type'}));

echo "a base address with a path of its own, a scope\n";
$server->script(['tenant' => [['body' => ['ingestionUrl' => $server->url]]]]);
$connection = Connection::discover(
    'o',
    TENANT,
    'client-1',
    SECRET,
    $server->imsUrl,
    "$server->url/other/v2/",
    'one,two',
    transport: new Aco\Transport(proxy: ''),
);
echo $server->requests('tenant')[6]->path, "\n", strstr($server->requests('token')[6]->body, 'scope='), ' ',
    $connection->scope, "\n";
// It can be used at once.
echo (new Aco\Client($connection, limits()))->submit(Aco\Feed::Prices, prices(2))->accepted, ' ',
    $server->requests()[0]->path, "\n";
?>
--EXPECT--
https://na1.api.example/T1 https://studio.example/T1
https://a.example https://s.example
https://a.example/first no studio
https://a.example no studio
https://a.example/third no studio
http://127.0.0.1:99/local no studio
tenantId: 'T 1/ü'
clientId: 'client-1'
ingestionUrl: 'http://127.0.0.1:*/local'
orgId: 'org 1@AdobeOrg'
imsUrl: 'http://127.0.0.1:*/ims/token/v3'
scope: 'openid,AdobeID,profile,email,commerce.aco.ingestion'
transport: '(below)'
studioUrl: NULL
metadata: NULL
caFile: NULL
proxy: ''
connectTimeoutMs: 5000
timeoutMs: 5000
POST /ims/token/v3 application/x-www-form-urlencoded
grant_type=client_credentials&client_id=client-1&client_secret=(secret)&scope=openid%2CAdobeID%2Cprofile%2Cemail%2Ccommerce.aco.ingestion
GET /api/v1/tenants/T%201%2F%C3%BC/owner/org%201%40AdobeOrg Bearer tok3n-1
bool(false)
bool(false)
a base address with a path of its own, a scope
/other/v2/tenants/owner/o
scope=one%2Ctwo one,two
2 /v1/catalog/products/prices
