--TEST--
TenantRegistry: success, a tenant that exists, both rules and both dialects against the sandbox
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif_sandbox.inc'; ?>
--FILE--
<?php
require __DIR__ . '/registration.inc';

use Aco\Assets\Dialect;
use Aco\Assets\MatcherConnection;
use Aco\Assets\MatchingRule;
use Aco\Assets\RegistryConnection;
use Aco\Assets\TenantRegistry;

[$private, $public] = make_keys();
$matcher = new MatcherConnection('https://m.example.com/a', 'https://m.example.com/b',
    new Aco\ImsCredentials('client', 'matcher-secret', 'ims.example.com', orgId: 'org@AdobeOrg'));

foreach (['nested', 'flat'] as $served) {
    $sandbox = sandbox_start(['--assets-public-key', key_file($public), '--assets-dialect', $served]);
    $connection = new RegistryConnection('sandbox-api-key', 'sandbox-environment', $private, "$sandbox->url/assets-integration/graphql",
        ['iss' => 'shop', 'nested' => ['a' => 1]]);
    foreach ([Dialect::Nested, Dialect::Flat] as $tried) {
        echo "-- $served is served, $tried->value is tried first\n";
        sandbox_http('DELETE', "$sandbox->url/api/state");
        $registry = new TenantRegistry($connection, $tried);
        try_to_register(
            $registry,
            $sandbox->url,
            rule: MatchingRule::external($matcher),
            commerceVersion: '2.4.8',
            extensionVersion: '1.4.4',
            threshold: 100,
        );
        try_to_register($registry, "$sandbox->url/", enabled: false);
        $state = sandbox_http('GET', "$sandbox->url/api/state")->json;
        echo 'requests: ', json_encode($state->requests->byEndpoint), "\n";
    }
    $tenant = sandbox_http('GET', "$sandbox->url/api/assets/tenants")->json->tenants[0];
    echo str_replace($sandbox->url, 'URL', json_encode($tenant->input, JSON_UNESCAPED_SLASHES)), "\n";
}
?>
--EXPECT--
-- nested is served, nested is tried first
registered: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, new, nested
registered: no id, existed, nested
requests: {"POST \/assets-integration\/graphql":2}
-- nested is served, flat is tried first
registered: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, new, nested
registered: no id, existed, nested
requests: {"POST \/assets-integration\/graphql":3}
{"enabled":true,"projectId":"project-1","aem":{"programId":"12345","environmentId":"67890"},"commerce":{"baseUrl":"URL","credentials":"(not kept)","extensionVersion":"1.4.4","version":"2.4.8"},"threshold":100,"rule":{"type":"externalMatcher","externalMatcher":{"assetToProductUrl":"https://m.example.com/a","productToAssetUrl":"https://m.example.com/b","credentials":"(not kept)"}}}
-- flat is served, nested is tried first
registered: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, new, flat
registered: no id, existed, flat
requests: {"POST \/assets-integration\/graphql":3}
-- flat is served, flat is tried first
registered: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, new, flat
registered: no id, existed, flat
requests: {"POST \/assets-integration\/graphql":2}
{"enabled":true,"projectId":"project-1","aem":{"programId":"12345","environmentId":"67890"},"commerce":{"baseUrl":"URL","credentials":"(not kept)","extensionVersion":"1.4.4","version":"2.4.8"},"threshold":100,"ruleType":"externalMatcher","externalMatcher":{"assetToProductUrl":"https://m.example.com/a","productToAssetUrl":"https://m.example.com/b","credentials":"(not kept)"}}
