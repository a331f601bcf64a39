--TEST--
Sandbox: requests are checked in the order of the service, and refused in its shapes
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start(['--max-body-bytes', '1000', '--requests-per-second', '1']);
$url = $sandbox->ingestionUrl . '/v1/catalog/products';
$token = ['Authorization' => 'Bearer ' . sandbox_token($sandbox)];
$json = ['Content-Type' => 'application/json'];
$big = str_repeat(' ', 2000);
$show = static function (string $label, stdClass $answer): void {
    echo "$label: ", sandbox_summary($answer), "\n";
};

// Everything is wrong at first; each request mends the fault that the one before was refused for.
$show('tenant', sandbox_http('DELETE', "$sandbox->url/other-tenant/v1/catalog/products", $big));
$show('path', sandbox_http('DELETE', "$sandbox->ingestionUrl/v1/catalog/things", $big));
$show('method', sandbox_http('DELETE', $url, $big));
$show('no token', sandbox_http('POST', $url, $big));
$show('bad token', sandbox_http('POST', $url, $big, ['Authorization' => 'Bearer nonsense']));
$show('token without Bearer', sandbox_http('POST', $url, $big, ['Authorization' => sandbox_token($sandbox)]));
// One request a second has a burst of three a second.
foreach (['size', 'size', 'size', 'quota'] as $label) {
    $answer = sandbox_http('POST', $url, $big, $token);
    $show($label, $answer);
}
echo $answer->headers['retry-after'], "\n";
usleep(1_100_000);
$show('type', sandbox_http('POST', $url, '{', $token));
$show('encoding', sandbox_http('POST', $url, '{', $token + $json + ['Content-Encoding' => 'br']));
$show('syntax', sandbox_http('POST', $url, '{', $token + $json));
usleep(1_100_000);
$show('array', sandbox_http('POST', $url, '{}', $token + $json));
$show('items', sandbox_http('POST', $url, '[{}]', $token + $json));
$show('good', sandbox_http('POST', $url, '[]', $token + ['Content-Type' => 'application/json; charset=utf-8']));
?>
--EXPECT--
tenant: 404 ErrNotFound 404 404000: There is no such tenant or path here.
path: 404 ErrNotFound 404 404000: There is no such tenant or path here.
method: 405 ErrMethodNotAllowed 405 405000: Use one of these methods here: POST, PATCH.
no token: 403 ErrMissingOauthToken 403 403010: Oauth token is missing
bad token: 401 ErrInvalidOauthToken 401 401013: Oauth token is not valid
token without Bearer: 401 ErrInvalidOauthToken 401 401013: Oauth token is not valid
size: 413 text/html;charset=UTF-8
size: 413 text/html;charset=UTF-8
size: 413 text/html;charset=UTF-8
quota: 429 text/html;charset=UTF-8
1
type: 415 ErrUnsupportedMediaType 415 415000: Send Content-Type: application/json.
encoding: 415 ErrUnsupportedEncoding 415 415001: The only Content-Encoding is gzip.
syntax: 400 The body is not valid JSON: Syntax error.
array: 400 The body must be a JSON array of items, also for a single one.
items: 400 Items validation failed for 1 item
    0 name: The required field name is missing. []
    0 slug: The required field slug is missing. []
    0 status: The required field status is missing. []
    0 sku: The required field sku is missing. []
    0 source: The required field source is missing. []
good: 200 ACCEPTED 0
