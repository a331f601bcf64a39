--TEST--
MatcherConnection::fromWorkspace(): what it takes out of workspace.json, and what it says of one that lacks something
--EXTENSIONS--
aco
--FILE--
<?php
use Aco\Assets\MatcherConnection;

const WORKSPACE = [
    'project' => [
        'org' => ['ims_org_id' => 'ABC@AdobeOrg'],
        'workspace' => [
            'action_url' => 'https://ns.adobeioruntime.net/',
            'details' => [
                'credentials' => [
                    ['integration_type' => 'apikey', 'apikey' => ['client_id' => 'other']],
                    ['integration_type' => 'oauth_server_to_server', 'oauth_server_to_server' => [
                        'client_id' => 'client-1', 'client_secrets' => ['s3cret-Value', 'older'],
                        'scopes' => ['AdobeID', 'openid'],
                    ]],
                ],
                'runtime' => ['namespaces' => [['name' => 'ns', 'auth' => 'a:b']]],
            ],
        ],
    ],
];

function show(mixed $workspace, mixed ...$parameters): void
{
    try {
        $made = MatcherConnection::fromWorkspace(
            is_string($workspace) ? $workspace : json_encode($workspace),
            ...$parameters,
        );
        echo implode(' | ', [
            $made->assetToProductUrl, $made->productToAssetUrl, $made->credentials->imsUrl,
            $made->credentials->clientId,
            $made->credentials->orgId, $made->credentials->scope ?? 'no scope', $made->transport->timeoutMs]), "\n";
        echo str_contains(print_r($made, true), 's3cret') ? "SHOWN\n" : '';
    } catch (Throwable $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
        echo str_contains($e->getMessage(), 's3cret') ? "SHOWN\n" : '';
    }
}

/** The workspace with another value at the path. */
function with(string $path, mixed $value): array
{
    $workspace = WORKSPACE;
    $at = &$workspace;
    foreach (explode('.', $path) as $name) {
        $at = &$at[$name];
    }
    $at = $value;

    return $workspace;
}

$credential = 'project.workspace.details.credentials.1.oauth_server_to_server';
show(WORKSPACE);
show(
    WORKSPACE,
    '/api/v1/web/mine/a',
    'https://elsewhere.example.com/p',
    'ims.example.com',
    transport: new Aco\Transport(timeoutMs: 1000),
);
show(with("$credential.scopes", []));
show(with("$credential.scopes", [1, 'a']));
echo "-- wrong\n";
show('');
show('[]');
show('{');
show(str_repeat('[', 100000));
show('{"project":7}');
show('{}');
show(with('project.org', null));
show(with('project.org.ims_org_id', 7));
show(with('project.workspace.details.credentials', 'x'));
show(with('project.workspace.details.credentials', [7, null, [], ['integration_type' => 7], [
    'integration_type' => 'oauth_server_to_server',
]]));
show(with("$credential.client_id", ''));
show(with("$credential.client_secrets", []));
show(with("$credential.client_secrets", ['']));
show(with("$credential.client_secrets", ["s3cret-Value\n"]));
show(with('project.workspace.action_url', null));
show(with('project.workspace.action_url', null), 'https://a.example.com', 'https://b.example.com');
show(with('project.workspace.action_url', 'http://ns.example.com'));
show(with('project.workspace.action_url', ''));
show(WORKSPACE, 'api/v1/web/mine/a');
show(WORKSPACE, '');
show(WORKSPACE, oauthServerUrl: '');
show(str_repeat(' ', 1024 * 1024) . json_encode(WORKSPACE));
?>
--EXPECT--
https://ns.adobeioruntime.net/api/v1/web/app-builder-external-rule/asset-to-product | https://ns.adobeioruntime.net/api/v1/web/app-builder-external-rule/product-to-asset | https://ims-na1.adobelogin.com | client-1 | ABC@AdobeOrg | AdobeID,openid | 30000
https://ns.adobeioruntime.net/api/v1/web/mine/a | https://elsewhere.example.com/p | ims.example.com | client-1 | ABC@AdobeOrg | AdobeID,openid | 1000
https://ns.adobeioruntime.net/api/v1/web/app-builder-external-rule/asset-to-product | https://ns.adobeioruntime.net/api/v1/web/app-builder-external-rule/product-to-asset | https://ims-na1.adobelogin.com | client-1 | ABC@AdobeOrg | no scope | 30000
https://ns.adobeioruntime.net/api/v1/web/app-builder-external-rule/asset-to-product | https://ns.adobeioruntime.net/api/v1/web/app-builder-external-rule/product-to-asset | https://ims-na1.adobelogin.com | client-1 | ABC@AdobeOrg | a | 30000
-- wrong
Aco\Exception\InvalidArgumentException: $json must be the JSON object of a workspace.json
Aco\Exception\InvalidArgumentException: $json must be the JSON object of a workspace.json
Aco\Exception\InvalidArgumentException: $json must be the JSON object of a workspace.json
Aco\Exception\InvalidArgumentException: $json must be the JSON object of a workspace.json
Aco\Exception\InvalidArgumentException: $json has no project.org.ims_org_id; export workspace.json from the Developer Console again
Aco\Exception\InvalidArgumentException: $json has no project.org.ims_org_id; export workspace.json from the Developer Console again
Aco\Exception\InvalidArgumentException: $json has no project.org.ims_org_id; export workspace.json from the Developer Console again
Aco\Exception\InvalidArgumentException: $json has no project.org.ims_org_id; export workspace.json from the Developer Console again
Aco\Exception\InvalidArgumentException: $json has no credential of the type oauth_server_to_server in project.workspace.details.credentials; add an OAuth Server-to-Server credential to the workspace
Aco\Exception\InvalidArgumentException: $json has no credential of the type oauth_server_to_server in project.workspace.details.credentials; add an OAuth Server-to-Server credential to the workspace
Aco\Exception\InvalidArgumentException: $json has no oauth_server_to_server.client_id; export workspace.json from the Developer Console again
Aco\Exception\InvalidArgumentException: $json has no oauth_server_to_server.client_secrets; export workspace.json from the Developer Console again
Aco\Exception\InvalidArgumentException: $json has no oauth_server_to_server.client_secrets; export workspace.json from the Developer Console again
Aco\Exception\InvalidArgumentException: $clientSecret must not hold control characters
Aco\Exception\InvalidArgumentException: $json has no project.workspace.action_url to complete "/api/v1/web/app-builder-external-rule/asset-to-product" by; give the whole address
https://a.example.com | https://b.example.com | https://ims-na1.adobelogin.com | client-1 | ABC@AdobeOrg | AdobeID,openid | 30000
Aco\Exception\InvalidArgumentException: $assetToProductUrl must use https: plain http is for loopback addresses only, unless aco.allow_http is on
Aco\Exception\InvalidArgumentException: $json has no project.workspace.action_url to complete "/api/v1/web/app-builder-external-rule/asset-to-product" by; give the whole address
Aco\Exception\InvalidArgumentException: $assetToProductUrl must be an absolute https address
Aco\Exception\InvalidArgumentException: $assetToProductUrl must not be empty
Aco\Exception\InvalidArgumentException: $oauthServerUrl must not be empty
Aco\Exception\InvalidArgumentException: $json must be the JSON object of a workspace.json
