--TEST--
ExternalMatcher: whatever the matcher and its OAuth server answer has an outcome; nothing is taken for an empty list
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../client/server.inc';

use Aco\Assets\ExternalMatcher;
use Aco\Assets\MatcherConnection;
use Aco\Limits;

const ASSET = ['assetId' => 'urn:1', 'assetMetadata' => ['dam:status' => 'approved']];

$server = new TestServer();

function matcher(mixed ...$overrides): ExternalMatcher
{
    global $server;
    return new ExternalMatcher(new MatcherConnection(...($overrides + [
        'assetToProductUrl' => "$server->url/asset-to-product", 'productToAssetUrl' => "$server->url/product-to-asset",
        'credentials' => new Aco\ImsCredentials('client', SECRET, $server->imsUrl, orgId: 'org'),
        'transport' => new Aco\Transport(proxy: '', timeoutMs: 1500),
    ])), new Limits(maxAttempts: 2, retryBudgetMs: 3000));
}

function ask(string $what, array $script, string $method = 'assetToProduct', mixed $argument = ASSET): void
{
    global $server;
    /* Not as an argument, which would be in the trace. */
    $server->script(
        json_decode(str_replace('(the secret)', SECRET, json_encode($script + ['token' => [], 'api' => []])), true),
    );
    $before = count($server->requests('api'));
    echo $what, ': ';
    try {
        $answer = matcher()->$method($argument);
        echo $answer === null ? 'skip' : json_encode($answer), "\n";
    } catch (Throwable $e) {
        describe($e);
    }
    $requests = count($server->requests('api')) - $before;
    echo $requests === 1 ? '' : "    requests: $requests\n";
}

echo "-- answers\n";
foreach ([
    'no list' => ['asset_id' => 'urn:1'],
    'list is null' => ['asset_id' => 'urn:1', 'product_matches' => null],
    'list is an object' => ['asset_id' => 'urn:1', 'product_matches' => ['product_sku' => 'a']],
    'another asset' => ['asset_id' => 'urn:2', 'product_matches' => []],
    'asset is a number' => ['asset_id' => 1, 'product_matches' => []],
    'skip is a text' => ['asset_id' => 'urn:1', 'product_matches' => [], 'skip' => 'true'],
    'no sku' => ['product_matches' => [['product_sku' => 'a'], ['sku' => 'b']]],
    'sku is a number' => ['product_matches' => [['product_sku' => 7]]],
    'sku is empty' => ['product_matches' => [['product_sku' => '']]],
    'sku is too long' => ['product_matches' => [['product_sku' => str_repeat('x', 256)]]],
    'sku with control characters' => ['product_matches' => [['product_sku' => "a\u{0}b"]]],
    'entry is a text' => ['product_matches' => ['a']],
    'role is a number' => ['product_matches' => [['product_sku' => 'a', 'asset_roles' => [1]]]],
    'roles are an object' => ['product_matches' => [['product_sku' => 'a', 'asset_roles' => ['a' => 'b']]]],
    'too many roles' => ['product_matches' => [
        ['product_sku' => 'a', 'asset_roles' => array_map('strval', range(1, 65))],
    ]],
    'wrapped error' => ['statusCode' => 404, 'body' => ['error' => 'no such rule']],
    'wrapped nothing' => ['statusCode' => 200],
    'wrapped nonsense' => ['statusCode' => 200, 'body' => 'nonsense'],
    'list at the top' => [['product_matches' => []]],
] as $what => $body) {
    ask($what, ['api' => [['body' => $body], ['body' => $body]]]);
    $server->script(['api' => []]);
}
foreach ([
    'no JSON' => '<html>', 'cut JSON' => '{"product_matches":[', 'empty' => '', 'deep' => str_repeat('[', 5000),
] as $what => $body) {
    ask($what, ['api' => [['body' => $body], ['body' => $body]]]);
}
ask('the secret comes back', ['api' => [['status' => 400, 'body' => ['message' => 'bad (the secret)']]]]);

echo "-- statuses\n";
foreach ([400, 403, 404, 302] as $status) {
    ask((string) $status, ['api' => [['status' => $status, 'body' => ['error' => 'told']]]]);
}
ask('401, then good', ['api' => [['status' => 401], ['body' => ['skip' => true]]]]);
ask('401 twice', ['api' => [['status' => 401], ['status' => 401]]]);
ask('503, then good', ['api' => [['status' => 503], ['body' => ['skip' => true]]]]);
ask('500 twice', ['api' => [['status' => 500], ['status' => 500]]]);
ask('wrapped 500, then good', ['api' => [['body' => ['statusCode' => 500, 'body' => []]], [
    'body' => ['statusCode' => 200, 'body' => ['skip' => true]],
]]]);
ask('reset, then good', ['api' => [['how' => 'reset'], ['body' => ['skip' => true]]]]);
ask('never', ['api' => [['how' => 'hang'], ['how' => 'hang']]]);

echo "-- OAuth server\n";
ask('refuses', ['token' => [['status' => 401, 'body' => ['error' => 'invalid_client']]]]);
ask('fails', ['token' => [['status' => 500], ['status' => 500]]]);
ask('fails once', ['token' => [['status' => 500]], 'api' => [['body' => ['skip' => true]]]]);
ask('nonsense', ['token' => [['body' => '<html>'], ['body' => '<html>']]]);

echo "-- products\n";
ask('another product', ['api' => [['body' => ['product_sku' => 'b', 'asset_matches' => []]]]], 'productToAssets', 'a');
ask(
    'list of the other direction',
    ['api' => [['body' => ['product_sku' => 'a', 'product_matches' => []]]]],
    'productToAssets',
    'a',
);
ask(
    'one asset twice',
    ['api' => [['body' => ['asset_matches' => [
        ['asset_id' => 'x', 'asset_roles' => 'a'],
        ['asset_id' => 'x', 'asset_roles' => 'b', 'asset_format' => 'video'],
    ]]]]],
    'productToAssets',
    'a',
);

echo "-- arguments\n";
foreach ([
    [], ['assetId' => ''], ['assetId' => 7, 'assetMetadata' => 'x'], ['assetId' => str_repeat('x', 300)],
] as $asset) {
    try {
        var_dump(matcher()->assetToProduct($asset));
    } catch (Throwable $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}
try {
    ExternalMatcher::withoutAsking(['assetId' => 'urn:1', 'assetMetadata' => 7]);
} catch (Throwable $e) {
    echo $e::class, ': ', $e->getMessage(), "\n";
}
foreach ([['', []], ["a\n", []], ['a', ['x' => NAN]]] as [$sku, $data]) {
    try {
        var_dump(matcher()->productToAssets($sku, $data));
    } catch (Throwable $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}

echo "-- what is sent\n";
$server->script(['api' => [['body' => ['skip' => true]], ['body' => ['skip' => true]]], 'token' => []]);
$matcher = matcher();
$matcher->assetToProduct([
    'assetId' => 'urn:1', 'assetMetadata' => ['dam:status' => 'approved', 'commerce:skus' => ['a'], 'e' => []],
    'repositoryMetadata' => [], 'user' => 'someone',
]);
$matcher->productToAssets("S\u{fc} \"1\"");
foreach (array_slice($server->requests('api'), -2) as $request) {
    echo $request->method, ' ', $request->path, ' ', $request->body, "\n    ",
        preg_replace('/\d+$/', 'N', $request->headers->authorization), ' | ', $request->headers->{'x-gw-ims-org-id'},
        ' | ', $request->headers->{'content-type'}, "\n";
}
?>
--EXPECT--
-- answers
no list: Aco\Exception\ApiException 200 final: the external matcher answers without the list product_matches; nothing was changed
list is null: Aco\Exception\ApiException 200 final: the external matcher answers without the list product_matches; nothing was changed
list is an object: Aco\Exception\ApiException 200 final: the external matcher answers without the list product_matches; nothing was changed
another asset: Aco\Exception\ApiException 200 final: the external matcher answers about another asset; nothing was changed
asset is a number: Aco\Exception\ApiException 200 final: the external matcher answers about another asset; nothing was changed
skip is a text: Aco\Exception\ApiException 200 final: the external matcher answers with a value that is no boolean in skip; nothing was changed
no sku: Aco\Exception\ApiException 200 final: the external matcher answers with an entry 1 of product_matches that has no product_sku; nothing was changed
sku is a number: Aco\Exception\ApiException 200 final: the external matcher answers with an entry 0 of product_matches that has no product_sku; nothing was changed
sku is empty: Aco\Exception\ApiException 200 final: the external matcher answers with an entry 0 of product_matches that has no product_sku; nothing was changed
sku is too long: Aco\Exception\ApiException 200 final: the external matcher answers with a SKU that cannot be one: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"; nothing was changed
sku with control characters: Aco\Exception\ApiException 200 final: the external matcher answers with a SKU that cannot be one: "a b"; nothing was changed
entry is a text: Aco\Exception\ApiException 200 final: the external matcher answers with an entry 0 of product_matches that has no product_sku; nothing was changed
role is a number: Aco\Exception\ApiException 200 final: the external matcher answers with an entry 0 of product_matches whose asset_roles are no text and no list of texts; nothing was changed
roles are an object: Aco\Exception\ApiException 200 final: the external matcher answers with an entry 0 of product_matches whose asset_roles are no text and no list of texts; nothing was changed
too many roles: Aco\Exception\ApiException 200 final: the external matcher answers with more than 64 roles of one match; nothing was changed
wrapped error: Aco\Exception\ApiException 404 final: the external matcher answers HTTP 404: no such rule; check its address
wrapped nothing: Aco\Exception\ApiException 200 final: the external matcher answers without a body; nothing was changed
wrapped nonsense: Aco\Exception\ApiException 200 final: the external matcher answers without a body; nothing was changed
list at the top: Aco\Exception\TransportException 0 retryable: the response of the external matcher cannot be read; nothing was changed
    requests: 2
no JSON: Aco\Exception\TransportException 0 retryable: the response of the external matcher cannot be read; nothing was changed
    requests: 2
cut JSON: Aco\Exception\TransportException 0 retryable: the response of the external matcher cannot be read; nothing was changed
    requests: 2
empty: Aco\Exception\TransportException 0 retryable: the response of the external matcher cannot be read; nothing was changed
    requests: 2
deep: Aco\Exception\TransportException 0 retryable: the response of the external matcher cannot be read; nothing was changed
    requests: 2
the secret comes back: Aco\Exception\ApiException 400 final: the external matcher answers HTTP 400: bad ***
-- statuses
400: Aco\Exception\ApiException 400 final: the external matcher answers HTTP 400: told
403: Aco\Exception\AuthenticationException 403 final: the external matcher answers HTTP 403: told; check client id, client secret and organisation
404: Aco\Exception\ApiException 404 final: the external matcher answers HTTP 404: told; check its address
302: Aco\Exception\ApiException 302 final: the external matcher answers HTTP 302: told
401, then good: skip
    requests: 2
401 twice: Aco\Exception\AuthenticationException 401 final: the external matcher answers HTTP 401; check client id, client secret and organisation
    requests: 2
503, then good: skip
    requests: 2
500 twice: Aco\Exception\ApiException 500 retryable: the external matcher answers HTTP 500
    requests: 2
wrapped 500, then good: skip
    requests: 2
reset, then good: skip
    requests: 2
never: Aco\Exception\TimeoutException 28 retryable: no response from the external matcher: Operation timed out after * milliseconds with 0 bytes received
    requests: 2
-- OAuth server
refuses: Aco\Exception\AuthenticationException 401 final: IMS refuses the credentials (HTTP 401: invalid_client); check client id, client secret and scope
    requests: 0
fails: Aco\Exception\ApiException 500 retryable: no token from IMS (HTTP 500)
    requests: 0
fails once: skip
nonsense: Aco\Exception\TransportException 0 retryable: the response of IMS holds no access token
    requests: 0
-- products
another product: Aco\Exception\ApiException 200 final: the external matcher answers about another product; nothing was changed
list of the other direction: Aco\Exception\ApiException 200 final: the external matcher answers without the list asset_matches; nothing was changed
one asset twice: [{"assetId":"x","video":false,"altTexts":[],"roles":["a","b"],"position":null}]
-- arguments
Aco\Exception\MappingException: asset: assetId is missing
Aco\Exception\MappingException: asset: assetId is empty
Aco\Exception\MappingException: asset (7): assetMetadata must be an array, string given
Aco\Exception\MappingException: asset: assetId must have 1 to 255 bytes of UTF-8 without control characters
Aco\Exception\MappingException: asset (urn:1): assetMetadata must be an array, int given
Aco\Exception\InvalidArgumentException: $sku must have 1 to 255 bytes of UTF-8 without control characters
Aco\Exception\InvalidArgumentException: $sku must have 1 to 255 bytes of UTF-8 without control characters
Aco\Exception\InvalidArgumentException: what the matcher is to get cannot be written as JSON: it is too deep, or no value of JSON
-- what is sent
POST /asset-to-product {"assetId":"urn:1","eventData":{"assetMetadata":{"dam:status":"approved","commerce:skus":["a"],"e":[]},"repositoryMetadata":{}}}
    Bearer tok3n-N | org | application/json
POST /product-to-asset {"productSku":"Sü \"1\"","eventData":{}}
    Bearer tok3n-N | org | application/json
