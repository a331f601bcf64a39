--TEST--
Sandbox: OAuth 1.0a of external media is verified, with nonce and time; operations, and a Commerce of an older version
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

/** A request signed as RFC 5849 has it; $overrides are parameters of the header. */
function signed(stdClass $sandbox, string $operation, ?array $body = null, array $overrides = [], string $secret = 'sandbox-consumer-secret'): stdClass
{
    static $count = 0;
    $url = "$sandbox->url/rest/all/V1/products/external-media/$operation";
    $method = $body === null ? 'GET' : 'POST';
    $parameters = $overrides + [
        'oauth_consumer_key' => 'sandbox-consumer-key', 'oauth_token' => 'sandbox-access-token', 'oauth_nonce' => 'n' . ++$count,
        'oauth_timestamp' => (string) time(), 'oauth_signature_method' => 'HMAC-SHA256', 'oauth_version' => '1.0',
    ];
    ksort($parameters);
    $base = implode('&', array_map('rawurlencode', [$method, $url, http_build_query($parameters, '', '&', PHP_QUERY_RFC3986)]));
    $parameters += ['oauth_signature' => base64_encode(hash_hmac('sha256', $base, "$secret&sandbox-access-token-secret", true))];
    $header = 'OAuth ' . implode(', ', array_map(fn ($name, $value) => "$name=\"" . rawurlencode($value) . '"', array_keys($parameters), $parameters));

    return sandbox_http($method, $url, $body === null ? null : json_encode($body), ['Authorization' => $header, 'Content-Type' => 'application/json']);
}

function show(string $what, stdClass $answer): void
{
    echo "$what: $answer->status $answer->body\n";
}

$sandbox = sandbox_start();
echo "-- signatures\n";
show('good', signed($sandbox, 'ping'));
show('none', sandbox_http('GET', "$sandbox->url/rest/all/V1/products/external-media/ping"));
show('nonce', signed($sandbox, 'ping', null, ['oauth_nonce' => 'again', 'oauth_timestamp' => (string) ($now = time())]));
show('nonce again', signed($sandbox, 'ping', null, ['oauth_nonce' => 'again', 'oauth_timestamp' => (string) $now]));
show('old', signed($sandbox, 'ping', null, ['oauth_timestamp' => (string) (time() - 3600)]));
show('future', signed($sandbox, 'ping', null, ['oauth_timestamp' => (string) (time() + 3600)]));
show('secret', signed($sandbox, 'ping', null, [], 'wrong'));
show('key', signed($sandbox, 'ping', null, ['oauth_consumer_key' => 'x']));
show('token', signed($sandbox, 'ping', null, ['oauth_token' => 'x']));
show('method', signed($sandbox, 'ping', null, ['oauth_signature_method' => 'HMAC-SHA1']));

echo "-- operations\n";
show('version', signed($sandbox, 'version'));
show('image', signed($sandbox, 'image', ['assetId' => 'urn:1', 'sku' => 'a', 'url' => 'https://d/1', 'roles' => ['image', 'thumbnail'], 'position' => 1]));
show('takes a role', signed($sandbox, 'image', ['assetId' => 'urn:2', 'sku' => 'a', 'url' => 'https://d/2', 'roles' => ['image']]));
show('video', signed($sandbox, 'video', ['assetId' => 'urn:1', 'sku' => 'b', 'url' => 'https://d/1/play', 'videoThumbnailUrl' => 'https://d/1']));
show('skus', signed($sandbox, 'get-sku/assetId/urn%3A1'));
show('no asset', signed($sandbox, 'image', ['sku' => 'a']));
show('wrong roles', signed($sandbox, 'image', ['assetId' => 'x', 'sku' => 'a', 'roles' => 'image']));
show('sync', signed($sandbox, 'sync-asset', ['assetId' => 'urn:1', 'deliveryUrl' => 'https://d/1', 'videoPlayerUrl' => null,
    'skus' => [['sku' => 'c', 'roles' => [], 'alt_texts' => [['store_code' => 'en', 'value' => 'x']]]]]));
show('another product', signed($sandbox, 'asset', ['sku' => 'd', 'images' => [['sku' => 'e', 'asset_id' => 'z', 'roles' => [], 'url' => 'u', 'alt_texts' => []]]]));
foreach (sandbox_http('GET', "$sandbox->url/api/assets/media")->json->media as $medium) {
    echo '    ', json_encode($medium, JSON_UNESCAPED_SLASHES), "\n";
}
show('remove', signed($sandbox, 'remove-by-asset-id-and-sku', ['assetId' => 'urn:2', 'sku' => 'a']));
show('remove asset', signed($sandbox, 'remove-by-asset-id', ['assetId' => 'urn:1']));
show('remove product', signed($sandbox, 'remove-by-sku', ['sku' => 'a']));
echo sandbox_http('GET', "$sandbox->url/api/assets/media")->json->total, " left\n";
show('unknown', signed($sandbox, 'nothing', []));

echo "-- as a service\n";
$url = "$sandbox->url/$sandbox->tenantId/V1/products/external-media/ping";
show('no token', sandbox_http('GET', $url));
show('token', sandbox_http('GET', $url, null, ['Authorization' => 'Bearer ' . sandbox_token($sandbox)]));

echo "-- older\n";
$older = sandbox_start(['--assets-version', '', '--without-sync-asset']);
show('version', signed($older, 'version'));
show('sync', signed($older, 'sync-asset', ['assetId' => 'urn:1', 'deliveryUrl' => 'u', 'skus' => []]));
?>
--EXPECT--
-- signatures
good: 200 "pong"
none: 401 {"message":"oauth_consumer_key is missing. (oauth_problem=parameter_absent)"}
nonce: 200 "pong"
nonce again: 401 {"message":"The nonce was used before. (oauth_problem=nonce_used)"}
old: 400 {"message":"The timestamp is too far from the time of the server. (oauth_problem=timestamp_refused)"}
future: 400 {"message":"The timestamp is too far from the time of the server. (oauth_problem=timestamp_refused)"}
secret: 401 {"message":"The signature is invalid. (oauth_problem=signature_invalid)"}
key: 401 {"message":"The consumer key is unknown. (oauth_problem=consumer_key_rejected)"}
token: 401 {"message":"The access token is unknown. (oauth_problem=token_rejected)"}
method: 400 {"message":"The signature method must be HMAC-SHA256. (oauth_problem=signature_method_rejected)"}
-- operations
version: 200 "1.4.4"
image: 200 []
takes a role: 200 []
video: 200 []
skus: 200 ["a","b"]
no asset: 400 {"message":"\"%fieldName\" is required. Enter and try again.","parameters":{"fieldName":"assetId"}}
wrong roles: 400 {"message":"The \"%fieldName\" value has a wrong type: \"%type\" is expected.","parameters":{"fieldName":"roles","type":"string[]"}}
sync: 200 []
another product: 400 {"message":"An asset of another product is among those of this one."}
    {"assetId":"urn:2","sku":"a","kind":"image","url":"https://d/2","thumbnailUrl":"","roles":["image"],"position":null,"altTexts":[]}
    {"assetId":"urn:1","sku":"c","kind":"image","url":"https://d/1","thumbnailUrl":"","roles":[],"position":null,"altTexts":[{"store_code":"en","value":"x"}]}
remove: 200 []
remove asset: 200 []
remove product: 200 []
0 left
unknown: 404 {"message":"Request does not match any route."}
-- as a service
no token: 403 {"title":"ErrMissingOauthToken","status":"403","error_code":"403010","message":"Oauth token is missing"}
token: 200 "pong"
-- older
version: 404 {"message":"Request does not match any route."}
sync: 404 {"message":"Request does not match any route."}
