--TEST--
Sandbox: external media of Commerce, with signatures and with tokens
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

/** An Authorization header as RFC 5849 wants it; $changes replace parameters, null removes one. */
function signed(string $method, string $url, array $changes = [], string $secrets = 'sandbox-consumer-secret&sandbox-access-token-secret'): array
{
    $parameters = array_filter($changes + [
        'oauth_consumer_key' => 'sandbox-consumer-key',
        'oauth_token' => 'sandbox-access-token',
        'oauth_nonce' => bin2hex(random_bytes(16)),
        'oauth_timestamp' => (string) time(),
        'oauth_signature_method' => 'HMAC-SHA256',
        'oauth_version' => '1.0',
    ], 'is_string');
    [$base, $query] = explode('?', $url, 2) + [1 => ''];
    parse_str($query, $all);
    $all += array_diff_key($parameters, ['realm' => 1]);
    ksort($all, SORT_STRING);
    $list = http_build_query($all, '', '&', PHP_QUERY_RFC3986);
    $parameters += ['oauth_signature' => base64_encode(
        hash_hmac('sha256', "$method&" . rawurlencode($base) . '&' . rawurlencode($list), $secrets, true),
    )];
    foreach ($parameters as $name => $value) {
        $pairs[] = $name . '="' . rawurlencode($value) . '"';
    }

    return ['Authorization' => 'OAuth ' . implode(', ', $pairs)];
}

$list = tempnam(sys_get_temp_dir(), 'aco');
file_put_contents($list, "shirt\r\n12\n\nÅrstid\nsock");
$sandbox = sandbox_start(['--products', $list]);
unlink($list);
$media = '/V1/products/external-media';
$shop = "$sandbox->url/rest/default$media";
$token = ['Authorization' => 'Bearer ' . sandbox_token($sandbox), 'Store' => 'default'];
$post = static function (string $operation, mixed $body, array $headers = []) use ($sandbox, $media, $token): stdClass {
    return sandbox_http('POST', "$sandbox->url/$sandbox->tenantId$media/$operation", is_string($body) ? $body : json_encode($body),
        $headers + $token + ['Content-Type' => 'application/json']);
};
$say = fn (string $label, stdClass $answer) => print("$label: $answer->status " . trim($answer->body) . "\n");
$show = static function (string $query = '') use ($sandbox): void {
    $answer = sandbox_http('GET', "$sandbox->url/api/assets/media$query")->json;
    echo "$answer->total\n";
    foreach ($answer->media as $row) {
        echo "    $row->sku $row->assetId $row->kind $row->url $row->thumbnailUrl [", implode(',', $row->roles), '] ', json_encode($row->position), ' ',
            json_encode($row->altTexts), "\n";
    }
};

echo "-- signatures\n";
foreach ([
    'good' => [[], null],
    'no version, a realm' => [['oauth_version' => null, 'realm' => 'x'], null],
    'another version' => [['oauth_version' => '2.0'], null],
    'another method' => [['oauth_signature_method' => 'HMAC-SHA1'], null],
    'no token' => [['oauth_token' => null], null],
    'consumer key' => [['oauth_consumer_key' => 'x'], null],
    'token' => [['oauth_token' => 'x'], null],
    'late' => [['oauth_timestamp' => (string) (time() - 500)], null],
    'too late' => [['oauth_timestamp' => (string) (time() - 700)], null],
    'too early' => [['oauth_timestamp' => (string) (time() + 3600)], null],
    'no time' => [['oauth_timestamp' => 'now'], null],
    'secret' => [[], 'x&sandbox-access-token-secret'],
    'a nonce' => [['oauth_nonce' => 'once'], null],
    'the same nonce' => [['oauth_nonce' => 'once'], null],
    'the same nonce at another time' => [['oauth_nonce' => 'once', 'oauth_timestamp' => (string) (time() - 60)], null],
] as $label => [$changes, $secrets]) {
    $say($label, sandbox_http(
        'GET',
        "$shop/ping",
        null,
        signed('GET', "$shop/ping", $changes, ...($secrets === null ? [] : [$secrets])),
    ));
}
$say('none', sandbox_http('GET', "$shop/ping"));
$say('for another address', sandbox_http('GET', "$shop/version", null, signed('GET', "$shop/ping")));
$say('with a query', sandbox_http('GET', "$shop/version?a=%20b&A=1", null, signed('GET', "$shop/version?a=%20b&A=1")));
$named = str_replace('127.0.0.1', 'localhost', "$shop/ping");
$say('by name', sandbox_http('GET', "$shop/ping", null, signed('GET', $named) + ['Host' => explode('/', $named)[2]]));
$say(
    'default store view',
    sandbox_http('GET', "$sandbox->url/rest$media/ping", null, signed('GET', "$sandbox->url/rest$media/ping")),
);
$say(
    'no store view',
    sandbox_http('GET', "$sandbox->url/rest/a-b$media/ping", null, signed('GET', "$sandbox->url/rest/a-b$media/ping")),
);

echo "-- tokens\n";
$say('none', $post('image', [], ['Authorization' => '']));
$say('bad', $post('image', [], ['Authorization' => 'Bearer x']));
$say('no store view', $post('image', [], ['Store' => '../x']));
$say('tenant', sandbox_http('GET', "$sandbox->url/other$media/ping", null, $token));

echo "-- accepted\n";
$alt = [['store_code' => 'default', 'value' => 'A <b>shirt</b>']];
$say('image', $post('image', [
    'assetId' => 'a', 'sku' => 'shirt', 'url' => 'u/a', 'roles' => ['image', 'thumbnail'], 'position' => 1,
    'altTexts' => $alt,
]));
$say('video takes a role', $post('video', [
    'assetId' => 'v', 'sku' => 'shirt', 'url' => 'u/v/play', 'videoThumbnailUrl' => 'u/v', 'roles' => ['thumbnail'],
    'position' => null,
]));
$say('sync-asset', $post('sync-asset', ['assetId' => 'b', 'deliveryUrl' => 'u/b', 'videoPlayerUrl' => null, 'skus' => [
    ['sku' => '12', 'roles' => [], 'alt_texts' => $alt, 'position' => 2], [
        'sku' => 'sock',
        'roles' => ['image'],
        'alt_texts' => [],
    ]]]));
$say('sync-asset of a video', $post('sync-asset', [
    'assetId' => 'w', 'deliveryUrl' => 'u/w', 'videoPlayerUrl' => 'u/w/play',
    'skus' => [['sku' => 'shirt', 'roles' => [], 'alt_texts' => []]],
]));
$show();
$say('sync-asset again', $post('sync-asset', ['assetId' => 'b', 'deliveryUrl' => 'u/b', 'skus' => [
    ['sku' => 'shirt', 'roles' => ['image'], 'alt_texts' => []],
]]));
$say('asset', $post('asset', ['sku' => 'sock', 'images' => [[
    'sku' => 'sock', 'asset_id' => 'c', 'roles' => ['x'], 'url' => 'u/c', 'alt_texts' => [],
]],
    'videos' => [[
        'sku' => 'sock', 'asset_id' => 'd', 'roles' => [], 'url' => 'u/d/play', 'video_thumbnail_url' => 'u/d',
        'position' => 7,
    ]]]));
$show();
$say('get-sku', sandbox_http('GET', "$shop/get-sku/assetId/b", null, signed('GET', "$shop/get-sku/assetId/b")));
$show('?sku=sock&limit=1');
$say('beyond ASCII', $post('image', ['assetId' => 'e', 'sku' => 'Årstid']));
$say('remove-by-asset-id-and-sku', $post('remove-by-asset-id-and-sku', ['assetId' => 'a', 'sku' => 'shirt']));
$say('remove-by-asset-id', $post('remove-by-asset-id', ['assetId' => 'w']));
$say('remove-by-sku', $post('remove-by-sku', ['sku' => 'sock']));

echo "-- refused, nothing changes\n";
$entry = ['sku' => 'shirt', 'roles' => [], 'alt_texts' => []];
foreach ([
    ['image', '{'], ['image', ['sku' => 'shirt']], ['image', ['assetId' => 'a']],
    ['image', ['assetId' => 7, 'sku' => 'shirt']],
    ['image', ['assetId' => 'a', 'sku' => 'shirt', 'roles' => 'image']],
    ['image', ['assetId' => 'a', 'sku' => 'shirt', 'position' => '1']],
    ['image', ['assetId' => 'a', 'sku' => 'shirt', 'altTexts' => [['value' => 'x']]]],
    ['image', ['assetId' => 'a', 'sku' => 'hat']],
    ['video', ['assetId' => 'a', 'sku' => 'hat']], ['asset', ['sku' => 'shirt', 'images' => [[
        'sku' => 'shirt', 'asset_id' => 'a', 'roles' => [], 'alt_texts' => [],
    ]]]],
    ['asset', ['sku' => 'shirt', 'videos' => [[
        'sku' => 'sock', 'asset_id' => 'a', 'roles' => [], 'url' => 'u', 'video_thumbnail_url' => 'u',
    ]]]],
    ['sync-asset', ['assetId' => 'b', 'skus' => [$entry]]], ['sync-asset', ['assetId' => 'b', 'deliveryUrl' => 'u']],
    ['sync-asset', ['assetId' => 'b', 'deliveryUrl' => 'u', 'skus' => [$entry, ['sku' => 'hat'] + $entry]]],
    ['sync-asset', ['assetId' => 'b', 'deliveryUrl' => 'u', 'skus' => [['sku' => 'shirt', 'roles' => []]]]],
    ['remove-by-asset-id', []], ['remove-by-asset-id-and-sku', ['assetId' => 'a']], ['remove-by-sku', ['sku' => 'hat']],
    ['other', []],
] as [$operation, $body]) {
    $say($operation, $post($operation, $body));
}
$say('GET', sandbox_http('GET', "$sandbox->url/$sandbox->tenantId$media/image", null, $token));
$say('PUT', sandbox_http('PUT', "$sandbox->url/$sandbox->tenantId$media/image", '{}', $token));
$show();
$errors = sandbox_http('GET', "$sandbox->url/api/state")->json->errors;
echo count($errors), ' ', json_encode(array_slice((array) $errors[0], 1), JSON_UNESCAPED_SLASHES), "\n";

echo "-- told to\n";
sandbox_fault($sandbox, [
    'match' => ['path' => 'external-media/image$'],
    'fault' => ['type' => 'reject-items', 'every' => 2, 'message' => 'No.'],
]);
foreach (['a', 'b', 'a', 'b', 'c'] as $asset) {
    $say($asset, $post('image', ['assetId' => $asset, 'sku' => 'shirt']));
}
sandbox_http('DELETE', "$sandbox->url/api/faults");
sandbox_fault($sandbox, ['times' => 1, 'fault' => ['type' => 'expire-tokens']]);
$say('expired', $post('ping', []));
sandbox_http('DELETE', "$sandbox->url/api/state");
$show();

foreach ([['--assets-version', '1.4.3'], ['--assets-version', ''], ['--without-sync-asset']] as $options) {
    $old = sandbox_start($options);
    $shop = "$old->url/rest/all$media";
    $body = json_encode(['assetId' => 'b', 'deliveryUrl' => 'u', 'skus' => []]);
    $say(implode(' ', $options), sandbox_http('GET', "$shop/version", null, signed('GET', "$shop/version")));
    $say('sync-asset', sandbox_http('POST', "$shop/sync-asset", $body, signed('POST', "$shop/sync-asset") + [
        'Content-Type' => 'application/json',
    ]));
}
?>
--EXPECT--
-- signatures
good: 200 "pong"
no version, a realm: 200 "pong"
another version: 400 {"message":"oauth_version must be 1.0. (oauth_problem=version_rejected)"}
another method: 400 {"message":"The signature method must be HMAC-SHA256. (oauth_problem=signature_method_rejected)"}
no token: 401 {"message":"oauth_token is missing. (oauth_problem=parameter_absent)"}
consumer key: 401 {"message":"The consumer key is unknown. (oauth_problem=consumer_key_rejected)"}
token: 401 {"message":"The access token is unknown. (oauth_problem=token_rejected)"}
late: 200 "pong"
too late: 400 {"message":"The timestamp is too far from the time of the server. (oauth_problem=timestamp_refused)"}
too early: 400 {"message":"The timestamp is too far from the time of the server. (oauth_problem=timestamp_refused)"}
no time: 400 {"message":"The timestamp is too far from the time of the server. (oauth_problem=timestamp_refused)"}
secret: 401 {"message":"The signature is invalid. (oauth_problem=signature_invalid)"}
a nonce: 200 "pong"
the same nonce: 401 {"message":"The nonce was used before. (oauth_problem=nonce_used)"}
the same nonce at another time: 401 {"message":"The nonce was used before. (oauth_problem=nonce_used)"}
none: 401 {"message":"oauth_consumer_key is missing. (oauth_problem=parameter_absent)"}
for another address: 401 {"message":"The signature is invalid. (oauth_problem=signature_invalid)"}
with a query: 200 "1.4.4"
by name: 200 "pong"
default store view: 200 "pong"
no store view: 404 {"message":"The store that was requested wasn't found. Verify the store and try again."}
-- tokens
none: 403 {"title":"ErrMissingOauthToken","status":"403","error_code":"403010","message":"Oauth token is missing"}
bad: 401 {"title":"ErrInvalidOauthToken","status":"401","error_code":"401013","message":"Oauth token is not valid"}
no store view: 404 {"message":"The store that was requested wasn't found. Verify the store and try again."}
tenant: 404 {"title":"ErrNotFound","status":"404","error_code":"404000","message":"There is no such tenant here."}
-- accepted
image: 200 []
video takes a role: 200 []
sync-asset: 200 []
sync-asset of a video: 200 []
5
    12 b image u/b  [] 2 [{"store_code":"default","value":"A <b>shirt<\/b>"}]
    shirt a image u/a  [image] 1 [{"store_code":"default","value":"A <b>shirt<\/b>"}]
    shirt v video u/v/play u/v [thumbnail] null []
    shirt w video u/w/play u/w [] null []
    sock b image u/b  [image] null []
sync-asset again: 200 []
asset: 200 []
6
    shirt a image u/a  [] 1 [{"store_code":"default","value":"A <b>shirt<\/b>"}]
    shirt b image u/b  [image] null []
    shirt v video u/v/play u/v [thumbnail] null []
    shirt w video u/w/play u/w [] null []
    sock c image u/c  [x] null []
    sock d video u/d/play u/d [] 7 []
get-sku: 200 ["shirt"]
2
    sock c image u/c  [x] null []
beyond ASCII: 200 []
remove-by-asset-id-and-sku: 200 []
remove-by-asset-id: 200 []
remove-by-sku: 200 []
-- refused, nothing changes
image: 400 {"message":"The body must be a JSON object."}
image: 400 {"message":"\"%fieldName\" is required. Enter and try again.","parameters":{"fieldName":"assetId"}}
image: 400 {"message":"\"%fieldName\" is required. Enter and try again.","parameters":{"fieldName":"sku"}}
image: 400 {"message":"The \"%fieldName\" value has a wrong type: \"%type\" is expected.","parameters":{"fieldName":"assetId","type":"string"}}
image: 400 {"message":"The \"%fieldName\" value has a wrong type: \"%type\" is expected.","parameters":{"fieldName":"roles","type":"string[]"}}
image: 400 {"message":"The \"%fieldName\" value has a wrong type: \"%type\" is expected.","parameters":{"fieldName":"position","type":"int"}}
image: 400 {"message":"\"%fieldName\" is required. Enter and try again.","parameters":{"fieldName":"altTexts.0.store_code"}}
image: 404 {"message":"The product that was requested doesn't exist. Verify the product and try again."}
video: 404 {"message":"The product that was requested doesn't exist. Verify the product and try again."}
asset: 400 {"message":"\"%fieldName\" is required. Enter and try again.","parameters":{"fieldName":"images.0.url"}}
asset: 400 {"message":"An asset of another product is among those of this one."}
sync-asset: 400 {"message":"\"%fieldName\" is required. Enter and try again.","parameters":{"fieldName":"deliveryUrl"}}
sync-asset: 400 {"message":"\"%fieldName\" is required. Enter and try again.","parameters":{"fieldName":"skus"}}
sync-asset: 404 {"message":"The product that was requested doesn't exist. Verify the product and try again."}
sync-asset: 400 {"message":"\"%fieldName\" is required. Enter and try again.","parameters":{"fieldName":"skus.0.alt_texts"}}
remove-by-asset-id: 400 {"message":"\"%fieldName\" is required. Enter and try again.","parameters":{"fieldName":"assetId"}}
remove-by-asset-id-and-sku: 400 {"message":"\"%fieldName\" is required. Enter and try again.","parameters":{"fieldName":"sku"}}
remove-by-sku: 404 {"message":"The product that was requested doesn't exist. Verify the product and try again."}
other: 404 {"message":"Request does not match any route."}
GET: 404 {"message":"Request does not match any route."}
PUT: 404 {"message":"Request does not match any route."}
3
    shirt b image u/b  [image] null []
    shirt v video u/v/play u/v [thumbnail] null []
    Årstid e image   [] null []
17 {"endpoint":"POST /V1/products/external-media/image","itemIndex":0,"code":"assetId","message":"\"assetId\" is required. Enter and try again.","value":"shirt"}
-- told to
a: 200 []
b: 400 {"message":"No."}
a: 200 []
b: 400 {"message":"No."}
c: 200 []
expired: 401 {"title":"ErrInvalidOauthToken","status":"401","error_code":"401013","message":"Oauth token is not valid"}
0
--assets-version 1.4.3: 200 "1.4.3"
sync-asset: 200 []
--assets-version : 404 {"message":"Request does not match any route."}
sync-asset: 200 []
--without-sync-asset: 200 "1.4.4"
sync-asset: 404 {"message":"Request does not match any route."}
