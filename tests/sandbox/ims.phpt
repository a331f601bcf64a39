--TEST--
Sandbox: IMS gives tokens to good credentials only, in the OAuth shapes
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$form = ['Content-Type' => 'application/x-www-form-urlencoded'];

$good = sandbox_token_request($sandbox);
echo $good->status, ' ', $good->headers['content-type'], ' ', implode(',', array_keys((array) $good->json)), "\n";
echo $good->json->token_type, ' ', $good->json->expires_in, ' ',
    strlen($good->json->access_token) >= 32 ? 'long' : 'short', "\n";
$other = sandbox_token_request($sandbox)->json->access_token;
echo $other === $good->json->access_token ? 'same' : 'different', " each time\n";

$refused = [
    'wrong secret' => ['client_secret' => 'x'],
    'wrong client' => ['client_id' => 'x'],
    'no secret' => ['client_secret' => ''],
    'other grant' => ['grant_type' => 'password'],
    'no grant' => ['grant_type' => ''],
    'no scope' => ['scope' => ''],
    'other scope' => ['scope' => 'openid,commerce.aco.ingestion.read'],
];
foreach ($refused as $label => $fields) {
    echo "$label: ", sandbox_summary(sandbox_token_request($sandbox, $fields)), "\n";
}
echo 'scope separated by spaces: ',
    sandbox_token_request($sandbox, ['scope' => 'openid commerce.aco.ingestion'])->status, "\n";
$query = '?' . http_build_query([
    'grant_type' => 'client_credentials', 'client_id' => 'sandbox-client', 'client_secret' => 'sandbox-secret',
    'scope' => SANDBOX_SCOPE,
]);
echo 'in the query: ', sandbox_summary(sandbox_http('POST', $sandbox->imsUrl . $query, '', $form)), "\n";
echo 'as JSON: ', sandbox_summary(sandbox_http('POST', $sandbox->imsUrl, '{}', ['Content-Type' => 'application/json'])),
    "\n";
$get = sandbox_http('GET', $sandbox->imsUrl);
echo 'GET: ', $get->status, ' ', $get->headers['allow'], "\n";
?>
--EXPECT--
200 application/json;charset=UTF-8 access_token,token_type,expires_in
bearer 86399 long
different each time
wrong secret: 401 invalid_client: The client id or the client secret is wrong.
wrong client: 401 invalid_client: The client id or the client secret is wrong.
no secret: 400 invalid_request: client_secret is missing.
other grant: 400 unsupported_grant_type: grant_type must be client_credentials.
no grant: 400 unsupported_grant_type: grant_type must be client_credentials.
no scope: 400 invalid_request: scope is missing.
other scope: 400 invalid_scope: The scope must contain one of commerce.aco.ingestion, commerce.accs, read_organizations.
scope separated by spaces: 200
in the query: 400 invalid_request: Send the credentials in the form body. What stands in a URL ends up in logs.
as JSON: 400 invalid_request: Content-Type must be application/x-www-form-urlencoded.
GET: 405 POST
