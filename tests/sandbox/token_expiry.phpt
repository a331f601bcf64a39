--TEST--
Sandbox: a token is good for its time to live
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start(['--token-ttl', '2']);
$first = sandbox_token_request($sandbox);
echo $first->json->expires_in, "\n";
$try = fn (string $token) => sandbox_post($sandbox, '/v1/catalog/products', [], 'POST', [
    'Authorization' => "Bearer $token",
]);
echo sandbox_summary($try($first->json->access_token)), "\n";
usleep(2_100_000);
echo sandbox_summary($try($first->json->access_token)), "\n";
echo sandbox_summary($try(sandbox_token_request($sandbox)->json->access_token)), "\n";
?>
--EXPECT--
2
200 ACCEPTED 0
401 ErrInvalidOauthToken 401 401013: Oauth token is not valid
200 ACCEPTED 0
