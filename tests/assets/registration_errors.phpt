--TEST--
TenantRegistry: each documented error has its class, and says what to do
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif_sandbox.inc'; ?>
--FILE--
<?php
require __DIR__ . '/registration.inc';

use Aco\Assets\AemEnvironment;
use Aco\Assets\RegistryConnection;
use Aco\Assets\TenantRegistry;
use Aco\Limits;

[$private, $public] = make_keys();
[$other] = make_keys();
$sandbox = sandbox_start(['--assets-public-key', key_file($public)]);
$limits = new Limits(maxAttempts: 2, retryBudgetMs: 2000);

function registry(mixed ...$overrides): TenantRegistry
{
    global $sandbox, $private, $limits;
    return new TenantRegistry(new RegistryConnection(...($overrides + [
        'apiKey' => 'sandbox-api-key', 'environmentId' => 'sandbox-environment', 'privateKey' => $private,
        'url' => "$sandbox->url/assets-integration/graphql", 'transport' => new Aco\Transport(proxy: ''),
    ])), limits: $limits);
}

/** How many requests what follows takes. */
function counted(callable $do): void
{
    global $sandbox;
    $count = fn (): int =>
        sandbox_http('GET', "$sandbox->url/api/state")->json->requests->byEndpoint->{'POST /assets-integration/graphql'}
        ?? 0;
    $before = $count();
    $do();
    echo '    requests: ', $count() - $before, "\n";
}

echo "-- what the service finds itself\n";
counted(fn () => try_to_register(registry(apiKey: 'wrong'), $sandbox->url));
counted(fn () => try_to_register(registry(privateKey: $other), $sandbox->url));
counted(fn () => try_to_register(registry(environmentId: 'wrong'), $sandbox->url));
counted(fn () => try_to_register(registry(), $sandbox->url, aem: new AemEnvironment('1', '2')));
counted(fn () => try_to_register(registry(), 'https://other.example.com'));
counted(fn () => try_to_register(registry(), $sandbox->url, credentials: credentials('wrong-secret')));
counted(fn () => try_to_register(registry(url: "$sandbox->url/nothing"), $sandbox->url));

echo "-- what it is told to say\n";
foreach ([
    'Unable to connect with AEM Assets', 'Unexpected error when connecting with AEM Assets', 'Tenant already exists.',
    'Invalid rule. The value must be matchBySKU or externalMatcher', 'JWT is invalid', 'Client ID is missing', 'Something new',
] as $message) {
    sandbox_fault($sandbox, ['match' => ['path' => 'graphql'], 'fault' => [
        'type' => 'user-error',
        'message' => $message,
    ]]);
    counted(fn () => try_to_register(registry(), $sandbox->url));
    sandbox_http('DELETE', "$sandbox->url/api/faults");
}

echo "-- a token that is no longer good is made anew, once\n";
$stale = ['type' => 'status', 'status' => 403, 'body' => '{"error_code":"403053","message":"JWT is invalid"}'];
sandbox_fault($sandbox, ['match' => ['path' => 'graphql'], 'times' => 1, 'fault' => $stale]);
counted(fn () => try_to_register(registry(), $sandbox->url));

echo "-- the gateway, in both of its shapes\n";
foreach ([
    '{"error_code":"403000","message":"Client ID is missing"}',
    '{"error":{"code":"Forbidden","message":"Client ID is invalid","details":{"error_code":"403003"}}}',
    '{"error_code":"403052","message":"JWT is required"}',
    '<html>Forbidden</html>',
] as $body) {
    sandbox_fault($sandbox, ['match' => ['path' => 'graphql'], 'times' => 1, 'fault' => [
        'type' => 'status',
        'status' => 403,
        'body' => $body,
    ]]);
    counted(fn () => try_to_register(registry(), $sandbox->url));
}

echo "-- troubles that pass, and that do not\n";
foreach ([
    [1, ['type' => 'status', 'status' => 503]], [9, ['type' => 'status', 'status' => 502]], [1, ['type' => 'reset']],
    [9, ['type' => 'garbage']],
    [1, ['type' => 'html']], [1, ['type' => 'truncate', 'bytes' => 5]], [
        1,
        ['type' => 'status', 'status' => 302],
    ]] as [$times, $fault]) {
    sandbox_http('DELETE', "$sandbox->url/api/state");
    sandbox_fault($sandbox, ['match' => ['path' => 'graphql'], 'times' => $times, 'fault' => $fault]);
    echo $fault['type'], ' ', $fault['status'] ?? '', " ($times):\n";
    counted(fn () => try_to_register(registry(), $sandbox->url));
    sandbox_http('DELETE', "$sandbox->url/api/faults");
}

echo "-- nothing there\n";
sandbox_stop($sandbox);
try_to_register(registry(), 'https://shop.example.com');
?>
--EXPECTF--
-- what the service finds itself
authentication 403 final: the asset service: Client ID is invalid; check the public API key
    requests: 1
authentication 403 final: the asset service: JWT is invalid; check that private key and public API key belong together, and the clock of this host
    requests: 2
configuration 200 final: the asset service: IMS Org ID not associated to this Commerce; check the environment id, and that the Commerce Services Connector is linked to the IMS organisation
    IMS Org ID not associated to this Commerce []
    requests: 1
configuration 200 final: the asset service: Unexpected error when connecting with AEM Assets; check program id and environment id
    Unexpected error when connecting with AEM Assets [tenantInput.aem]
    requests: 1
configuration 200 final: the asset service: Unexpected error when connecting with Commerce; check the base URL of Commerce
    Unexpected error when connecting with Commerce [tenantInput.commerce.baseUrl]
    requests: 1
configuration 200 final: the asset service: Unable to connect with Commerce, unauthorized; check the OAuth credentials of the Commerce integration
    Unable to connect with Commerce, unauthorized [tenantInput.commerce.credentials]
    requests: 1
configuration 404 final: the asset service: HTTP 404: There is nothing at this path.; check the address of the service
    requests: 0
-- what it is told to say
state 200 retryable: the asset service: Unable to connect with AEM Assets; check that AEM belongs to the same IMS organisation; or no approved asset has commerce:isCommerce yet: approve one and try again
    Unable to connect with AEM Assets []
    requests: 1
configuration 200 final: the asset service: Unexpected error when connecting with AEM Assets; check program id and environment id
    Unexpected error when connecting with AEM Assets []
    requests: 1
registered: no id, existed, nested
    requests: 1
callerBug 200 final: the asset service: Invalid rule. The value must be matchBySKU or externalMatcher
    Invalid rule. The value must be matchBySKU or externalMatcher []
    requests: 1
authentication 200 final: the asset service: JWT is invalid; check that private key and public API key belong together, and the clock of this host
    JWT is invalid []
    requests: 2
authentication 200 final: the asset service: Client ID is missing; check the public API key
    Client ID is missing []
    requests: 1
unknown 200 final: the asset service: Something new
    Something new []
    requests: 1
-- a token that is no longer good is made anew, once
registered: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, new, nested
    requests: 2
-- the gateway, in both of its shapes
authentication 403 final: the asset service: Client ID is missing; check the public API key
    requests: 1
authentication 403 final: the asset service: Client ID is invalid; check the public API key
    requests: 1
authentication 403 final: the asset service: JWT is required; something on the way may drop the header x-gw-signature
    requests: 1
authentication 403 final: the asset service: HTTP 403; check API key, private key and environment id
    requests: 1
-- troubles that pass, and that do not
status 503 (1):
registered: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, new, nested
    requests: 2
status 502 (9):
transport 502 retryable: the asset service: HTTP 502
    requests: 2
reset  (1):
registered: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, new, nested
    requests: 2
garbage  (9):
transport 0 retryable: the asset service: %s
    requests: 2
html  (1):
transport 200 retryable: the asset service: the response cannot be read
    requests: 1
truncate  (1):
registered: no id, existed, nested
    requests: 2
status 302 (1):
configuration 302 final: the asset service: HTTP 302; check the address of the service
    requests: 1
-- nothing there
transport 0 retryable: the asset service: %s
