--TEST--
Sandbox: the tenant look-up knows its tenant and its organization
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start(['--tenant', 'Shop_1', '--org', 'ABC@AdobeOrg']);
$auth = ['Authorization' => 'Bearer ' . sandbox_token($sandbox)];
$look = fn (string $tenant, string $org, array $headers) =>
    sandbox_http('GET', "$sandbox->ccmUrl/tenants/$tenant/owner/$org", null, $headers);

$found = $look('Shop_1', 'ABC%40AdobeOrg', $auth);
echo $found->status, "\n";
var_dump($found->json->ingestionUrl === $sandbox->ingestionUrl);
var_dump($found->json->ingestionUrl === "$sandbox->url/Shop_1");
var_dump($found->json->optimizerStudioUrl === "$sandbox->url/");
echo $found->json->tenantId, ' ', $found->json->imsOrgId, ' ', $found->json->type, ' ', $found->json->region, "\n";
echo 'unescaped: ', $look('Shop_1', 'ABC@AdobeOrg', $auth)->status, "\n";
echo 'unknown tenant: ', sandbox_summary($look('shop_1', 'ABC%40AdobeOrg', $auth)), "\n";
echo 'other organization: ', sandbox_summary($look('Shop_1', 'XYZ%40AdobeOrg', $auth)), "\n";
echo 'no token: ', sandbox_summary($look('Shop_1', 'ABC%40AdobeOrg', [])), "\n";
echo 'bad token: ', sandbox_summary($look('Shop_1', 'ABC%40AdobeOrg', ['Authorization' => 'Bearer x'])), "\n";
echo 'POST: ', sandbox_http('POST', "$sandbox->ccmUrl/tenants/Shop_1/owner/ABC", '', $auth)->status, "\n";
?>
--EXPECT--
200
bool(true)
bool(true)
bool(true)
Shop_1 ABC@AdobeOrg sandbox na1
unescaped: 200
unknown tenant: 404 ErrTenantNotFound 404 404001: There is no tenant with this id.
other organization: 403 ErrTenantNotOwned 403 403001: The tenant does not belong to this organization.
no token: 403 ErrMissingOauthToken 403 403010: Oauth token is missing
bad token: 401 ErrInvalidOauthToken 401 401013: Oauth token is not valid
POST: 405
