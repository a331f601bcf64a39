--TEST--
Sandbox: registerTenant checks key, token and input, and answers with the documented errors
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; extension_loaded('openssl') || die('skip needs openssl'); ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';
require __DIR__ . '/../assets/keys.inc';

const MUTATION = 'mutation registerTenant($tenantInput: TenantInput!) { registerTenant(tenantInput: $tenantInput) { tenantId userErrors { message path } } }';

[$private, $public] = make_keys();
$encode = fn (string $bytes): string => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
$token = static function (
    array $claims,
    string $algorithm = 'RS256',
    ?string $key = null,
) use ($private, $encode): string {
    $text = $encode(json_encode(['typ' => 'JWT', 'alg' => $algorithm])) . '.' . $encode(json_encode($claims));
    openssl_sign($text, $signature, $key ?? $private, OPENSSL_ALGO_SHA256);

    return "$text." . $encode($signature);
};
$good = [
    'x-api-key' => 'sandbox-api-key',
    'magento-environment-Id' => 'sandbox-environment',
    'x-gw-signature' => $token(['exp' => time() + 300]),
];
$send = static function (string $label, mixed $body, array $headers = []) use (&$sandbox, &$good): void {
    $answer = sandbox_http(
        'POST',
        $sandbox->assetsUrl,
        is_string($body) ? $body : json_encode($body),
        $headers + $good + ['Content-Type' => 'application/json'],
    );
    echo "$label: $answer->status ", preg_replace('/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/', 'UUID', $answer->body), "\n";
};
$request = fn (array $input): array => [
    'query' => MUTATION,
    'operationName' => 'registerTenant',
    'variables' => ['tenantInput' => $input],
];
$sandbox = sandbox_start(['--assets-public-key', key_file($public)]);
$input = static function (array $more = []) use (&$sandbox): array {
    return $more + [
        'enabled' => true,
        'projectId' => 'project',
        'aem' => ['environmentId' => '67890', 'programId' => '12345'],
        'commerce' => ['baseUrl' => $sandbox->url, 'credentials' => [
            'consumerKey' => 'sandbox-consumer-key', 'consumerSecret' => 'sandbox-consumer-secret',
            'accessToken' => 'sandbox-access-token', 'accessTokenSecret' => 'sandbox-access-token-secret',
        ]],
        'rule' => ['type' => 'matchBySKU', 'matchBySkuRule' => ['metadataField' => 'commerce:skus']],
    ];
};
$external = ['assetToProductUrl' => 'a', 'productToAssetUrl' => 'b', 'credentials' => [
    'oauthServerUrl' => 'c', 'clientId' => 'd', 'clientSecret' => 'e', 'imsOrgId' => 'f',
]];
$commerce = static fn (array $more): array => ['commerce' => array_replace_recursive($input()['commerce'], $more)];

echo "-- gateway\n";
$send('no key', $request($input()), ['x-api-key' => '']);
$send('another key', $request($input()), ['x-api-key' => 'x']);
$send('no token', $request($input()), ['x-gw-signature' => '']);
foreach ([
    'expired' => $token(['exp' => time() - 1]),
    'no exp' => $token(['iat' => time()]),
    'another algorithm' => $token(['exp' => time() + 300], 'HS256'),
    'another key' => $token(['exp' => time() + 300], 'RS256', make_keys()[0]),
    'no signature' => $encode('{"alg":"RS256"}') . '.' . $encode('{"exp":99999999999}') . '.',
    'no object' => $encode('"RS256"') . '.' . $encode('"exp"') . '.x',
    'no token' => 'token',
] as $label => $bad) {
    $send($label, $request($input()), ['x-gw-signature' => $bad]);
}
echo "-- GraphQL\n";
$send('no JSON', '{');
$send('another operation', ['query' => 'query tenants { tenants }', 'operationName' => 'tenants']);
$send('no input', ['query' => MUTATION, 'operationName' => 'registerTenant']);
$send('an input that is a list', $request([1]));
$send('the other dialect', $request(array_diff_key($input(), ['rule' => 1]) + [
    'ruleType' => 'matchBySKU',
    'matchBySkuRule' => ['metadataField' => 'x'],
]));
$send('types', $request($input(['enabled' => 'yes', 'aem' => 7, 'threshold' => '1'])));
$send('nested fields', $request($input(['commerce' => ['credentials' => ['consumerKey' => 'a', 'more' => 1]]])));
echo "-- refused\n";
$send('environment', $request($input()), ['magento-environment-Id' => 'x']);
$send('rule', $request($input(['rule' => ['type' => 'matchBySku', 'matchBySkuRule' => ['metadataField' => 'x']]])));
$send('rule without its object', $request($input(['rule' => ['type' => 'externalMatcher']])));
$send('rule with both objects', $request($input(['rule' => [
    'type' => 'externalMatcher',
    'externalMatcher' => $external,
    'matchBySkuRule' => ['metadataField' => 'x'],
]])));
$send('AEM', $request($input(['aem' => ['programId' => '12345.0', 'environmentId' => '67890']])));
$send('AEM of two programs', $request($input(['aem' => ['programId' => '11111', 'environmentId' => '67890']])));
$send('Commerce', $request($input($commerce(['baseUrl' => 'https://shop.example.com']))));
$send('credentials', $request($input($commerce(['credentials' => ['accessToken' => 'x']]))));
sandbox_fault($sandbox, ['times' => 1, 'fault' => [
    'type' => 'user-error',
    'message' => 'Unable to connect with AEM Assets',
]]);
$send('told to', $request($input()));
echo "-- registered\n";
$send('new, with the AEM of the documented sample', $request($input([
    'aem' => ['programId' => '11111', 'environmentId' => '222222'],
    'rule' => ['type' => 'externalMatcher', 'externalMatcher' => $external, 'matchBySkuRule' => null],
    'threshold' => 100,
])));
$send('again', $request($input()));
$body = sandbox_http('GET', "$sandbox->url/api/assets/tenants")->body;
echo preg_match('/sandbox-consumer|access-token|"e"/', $body), ' ', count(json_decode($body)->tenants), " ",
    json_decode($body)->tenants[0]->apiKey, "\n";
$state = sandbox_http('GET', "$sandbox->url/api/state")->json;
echo count($state->errors), ' ', json_encode(array_slice((array) end($state->errors), 1), JSON_UNESCAPED_SLASHES), "\n";
sandbox_http('DELETE', "$sandbox->url/api/state");
$send('forgotten', $request($input($commerce([
    'baseUrl' => str_replace('127.0.0.1', 'localhost', $sandbox->url) . '/',
]))));
echo 'GET: ', sandbox_http('GET', $sandbox->assetsUrl)->status, "\n";

foreach (['flat', 'nested'] as $shape) {
    echo "-- errors are $shape\n";
    $sandbox = sandbox_start(
        [
            '--assets-dialect', 'flat', '--assets-errors', $shape, '--assets-api-key', 'k', '--commerce-access-token',
            'own',
        ],
    );
    $send('key', $request($input()));
    $send('token', $request($input()), ['x-api-key' => 'k', 'x-gw-signature' => 'a.b.c']);
    $send('the other dialect', $request($input()), ['x-api-key' => 'k']);
    $flat = array_diff_key($input(), ['rule' => 1]) + [
        'ruleType' => 'matchBySKU',
        'matchBySkuRule' => ['metadataField' => 'x'],
    ];
    $send('credentials', $request($flat), ['x-api-key' => 'k']);
    $send('any signature passes', $request($commerce(['credentials' => ['accessToken' => 'own']]) + $flat), [
        'x-api-key' => 'k',
        'x-gw-signature' => $token(['exp' => time() + 300], 'RS256', make_keys()[0]),
    ]);
}
?>
--EXPECT--
-- gateway
no key: 403 {"error":{"code":"Forbidden","message":"Client ID is missing","details":{"error_code":"403000"}}}
another key: 403 {"error":{"code":"Forbidden","message":"Client ID is invalid","details":{"error_code":"403003"}}}
no token: 403 {"error_code":"403052","message":"JWT is required"}
expired: 403 {"error_code":"403053","message":"JWT is invalid"}
no exp: 403 {"error_code":"403053","message":"JWT is invalid"}
another algorithm: 403 {"error_code":"403053","message":"JWT is invalid"}
another key: 403 {"error_code":"403053","message":"JWT is invalid"}
no signature: 403 {"error_code":"403053","message":"JWT is invalid"}
no object: 403 {"error_code":"403053","message":"JWT is invalid"}
no token: 403 {"error_code":"403053","message":"JWT is invalid"}
-- GraphQL
no JSON: 400 {"errors":[{"message":"The body must be a JSON object with a query.","extensions":{"code":"BAD_REQUEST"}}]}
another operation: 400 {"errors":[{"message":"The only operation here is the mutation registerTenant.","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}
no input: 400 {"errors":[{"message":"Variable \"$tenantInput\" is not provided.","extensions":{"code":"BAD_USER_INPUT"}}]}
an input that is a list: 400 {"errors":[{"message":"Field \"0\" is not defined by type \"TenantInput\".","extensions":{"code":"BAD_USER_INPUT"}},{"message":"Field \"enabled\" of required type was not provided to \"TenantInput\".","extensions":{"code":"BAD_USER_INPUT"}},{"message":"Field \"projectId\" of required type was not provided to \"TenantInput\".","extensions":{"code":"BAD_USER_INPUT"}},{"message":"Field \"aem\" of required type was not provided to \"TenantInput\".","extensions":{"code":"BAD_USER_INPUT"}},{"message":"Field \"commerce\" of required type was not provided to \"TenantInput\".","extensions":{"code":"BAD_USER_INPUT"}},{"message":"Field \"rule\" of required type was not provided to \"TenantInput\".","extensions":{"code":"BAD_USER_INPUT"}}]}
the other dialect: 400 {"errors":[{"message":"Field \"ruleType\" is not defined by type \"TenantInput\".","extensions":{"code":"BAD_USER_INPUT"}},{"message":"Field \"matchBySkuRule\" is not defined by type \"TenantInput\".","extensions":{"code":"BAD_USER_INPUT"}},{"message":"Field \"rule\" of required type was not provided to \"TenantInput\".","extensions":{"code":"BAD_USER_INPUT"}}]}
types: 400 {"errors":[{"message":"Field \"enabled\" is of a wrong type.","extensions":{"code":"BAD_USER_INPUT"}},{"message":"Field \"aem\" must be an object.","extensions":{"code":"BAD_USER_INPUT"}},{"message":"Field \"threshold\" is of a wrong type.","extensions":{"code":"BAD_USER_INPUT"}}]}
nested fields: 400 {"errors":[{"message":"Field \"more\" is not defined by type \"CommerceCredentialsInput\".","extensions":{"code":"BAD_USER_INPUT"}},{"message":"Field \"consumerSecret\" of required type was not provided to \"CommerceCredentialsInput\".","extensions":{"code":"BAD_USER_INPUT"}},{"message":"Field \"accessToken\" of required type was not provided to \"CommerceCredentialsInput\".","extensions":{"code":"BAD_USER_INPUT"}},{"message":"Field \"accessTokenSecret\" of required type was not provided to \"CommerceCredentialsInput\".","extensions":{"code":"BAD_USER_INPUT"}}]}
-- refused
environment: 200 {"data":{"registerTenant":{"tenantId":null,"userErrors":[{"message":"IMS Org ID not associated to this Commerce","path":null}]}}}
rule: 200 {"data":{"registerTenant":{"tenantId":null,"userErrors":[{"message":"Invalid rule. The value must be matchBySKU or externalMatcher","path":["tenantInput","rule"]}]}}}
rule without its object: 200 {"data":{"registerTenant":{"tenantId":null,"userErrors":[{"message":"Invalid rule. The value must be matchBySKU or externalMatcher","path":["tenantInput","rule"]}]}}}
rule with both objects: 200 {"data":{"registerTenant":{"tenantId":null,"userErrors":[{"message":"Invalid rule. The value must be matchBySKU or externalMatcher","path":["tenantInput","rule"]}]}}}
AEM: 200 {"data":{"registerTenant":{"tenantId":null,"userErrors":[{"message":"Unexpected error when connecting with AEM Assets","path":["tenantInput","aem"]}]}}}
AEM of two programs: 200 {"data":{"registerTenant":{"tenantId":null,"userErrors":[{"message":"Unexpected error when connecting with AEM Assets","path":["tenantInput","aem"]}]}}}
Commerce: 200 {"data":{"registerTenant":{"tenantId":null,"userErrors":[{"message":"Unexpected error when connecting with Commerce","path":["tenantInput","commerce","baseUrl"]}]}}}
credentials: 200 {"data":{"registerTenant":{"tenantId":null,"userErrors":[{"message":"Unable to connect with Commerce, unauthorized","path":["tenantInput","commerce","credentials"]}]}}}
told to: 200 {"data":{"registerTenant":{"tenantId":null,"userErrors":[{"message":"Unable to connect with AEM Assets","path":null}]}}}
-- registered
new, with the AEM of the documented sample: 200 {"data":{"registerTenant":{"tenantId":"UUID","userErrors":[]}}}
again: 200 {"data":{"registerTenant":{"tenantId":null,"userErrors":[{"message":"Tenant already exists","path":null}]}}}
0 1 sandbox-api-key
20 {"endpoint":"POST /assets-integration/graphql","itemIndex":0,"code":"","message":"Tenant already exists","value":""}
forgotten: 200 {"data":{"registerTenant":{"tenantId":"UUID","userErrors":[]}}}
GET: 405
-- errors are flat
key: 403 {"error_code":"403003","message":"Client ID is invalid"}
token: 403 {"error_code":"403053","message":"JWT is invalid"}
the other dialect: 400 {"errors":[{"message":"Field \"rule\" is not defined by type \"TenantInput\".","extensions":{"code":"BAD_USER_INPUT"}},{"message":"Field \"ruleType\" of required type was not provided to \"TenantInput\".","extensions":{"code":"BAD_USER_INPUT"}}]}
credentials: 200 {"data":{"registerTenant":{"tenantId":null,"userErrors":[{"message":"Unable to connect with Commerce, unauthorized","path":["tenantInput","commerce","credentials"]}]}}}
any signature passes: 200 {"data":{"registerTenant":{"tenantId":"UUID","userErrors":[]}}}
-- errors are nested
key: 403 {"error":{"code":"Forbidden","message":"Client ID is invalid","details":{"error_code":"403003"}}}
token: 403 {"error":{"code":"Forbidden","message":"JWT is invalid","details":{"error_code":"403053"}}}
the other dialect: 400 {"errors":[{"message":"Field \"rule\" is not defined by type \"TenantInput\".","extensions":{"code":"BAD_USER_INPUT"}},{"message":"Field \"ruleType\" of required type was not provided to \"TenantInput\".","extensions":{"code":"BAD_USER_INPUT"}}]}
credentials: 200 {"data":{"registerTenant":{"tenantId":null,"userErrors":[{"message":"Unable to connect with Commerce, unauthorized","path":["tenantInput","commerce","credentials"]}]}}}
any signature passes: 200 {"data":{"registerTenant":{"tenantId":"UUID","userErrors":[]}}}
