--TEST--
config:init: what is wrong is said in one sentence and nothing is stored
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
foreach ([
    'wrong secret' => [[], 'not-the-secret'],
    'unknown tenant' => [['tenant-id' => 'nobody'], 'sandbox-secret'],
    'other organization' => [['org-id' => 'other@AdobeOrg'], 'sandbox-secret'],
    'no organization' => [['org-id' => null], 'sandbox-secret'],
    'no tenant' => [['tenant-id' => null], 'sandbox-secret'],
    'no client' => [['client-id' => null], 'sandbox-secret'],
    'no secret' => [[], ''],
    'nearly nothing' => [['org-id' => null, 'tenant-id' => null, 'client-id' => null], ''],
    'no ids' => [['org-id' => null, 'client-id' => null], 'x'],
    'no type, no client' => [['region' => 'na1', 'ccm-url' => null, 'client-id' => null], 'x'],
    'type' => [['region' => 'na1', 'ccm-url' => null, 'type' => 'live'], 'x'],
    'region alone' => [['region' => 'na1', 'ccm-url' => null], 'x'],
    'two addresses' => [['region' => 'na1', 'type' => 'sandbox', 'ingestion-url' => 'https://x.example.com'], 'x'],
    'rate' => [['products-per-minute' => 'many'], 'x'],
    'negative rate' => [['prices-per-minute' => '-1'], 'x'],
    'fractional rate' => [['requests-per-second' => '1.2.3'], 'x'],
    'concurrency' => [['concurrency' => '65'], 'sandbox-secret'],
    'no concurrency' => [['concurrency' => '0'], 'sandbox-secret'],
    'plain http' => [['ingestion-url' => 'http://api.example.com', 'ccm-url' => null], 'x'],
    'no address' => [['ingestion-url' => 'nonsense', 'ccm-url' => null], 'x'],
    'authorities' => [['ca-file' => 'none.pem'], 'x'],
] as $label => [$replace, $secret]) {
    show($cli->init($replace, $secret), $cli, $label);
}
$cli->stopSandbox();
show($cli->init(), $cli, 'nobody answers');
check('nothing was stored', !file_exists($cli->state));

echo "-- with settings stored before\n";
$cli->startSandbox();
$cli->init();
$before = $cli->rows('core_config_data');
show($cli->init(['client-id' => 'someone-else']), $cli, 'wrong client');
check('as before', $cli->rows('core_config_data') === $before);
$result = $cli->run(['config:init', ...$cli->connectionOptions(), '--json'], ['ACO_CLIENT_SECRET' => 'not-the-secret']);
check('as JSON', $result->code === 2 && $result->json()['error']['message'] === rtrim($result->err), $result);
?>
--EXPECTF--
wrong secret [2] IMS refuses the credentials (HTTP 401: The client id or the client secret is wrong.); check client id, client secret and scope. Nothing was stored.
unknown tenant [2] The tenant is unknown; check the tenant id (HTTP 404: There is no tenant with this id.). Nothing was stored.
other organization [2] The tenant is not open to this organisation and client; check organisation id, tenant id and client id (HTTP 403: The tenant does not belong to this organization.). Nothing was stored.
no organization [2] --org-id is missing.
no tenant [2] --tenant-id is missing.
no client [2] --client-id is missing.
no secret [2] The client secret is missing: set the environment variable ACO_CLIENT_SECRET or give --client-secret.
nearly nothing [2] These settings are missing: --tenant-id, --client-id, --org-id; and the client secret, set the environment variable ACO_CLIENT_SECRET or give --client-secret.
no ids [2] These settings are missing: --client-id, --org-id.
no type, no client [2] These settings are missing: --client-id, --type.
type [2] --type must be sandbox or production.
region alone [2] --type is missing.
two addresses [2] Give either --ingestion-url or --region with --type.
rate [2] --products-per-minute must be a whole number.
negative rate [2] --prices-per-minute must be a whole number.
fractional rate [2] --requests-per-second must be a number such as 2 or 0.5.
concurrency [2] --concurrency must be between 1 and 64.
no concurrency [2] --concurrency must be between 1 and 64.
plain http [2] --ingestion-url must use https: plain http is for loopback addresses only, unless aco.allow_http is on.
no address [2] --ingestion-url must be an absolute https address.
authorities [2] --ca-file: none.pem does not exist.
nobody answers [3] No token from IMS: %s. Nothing was stored: check the network and the addresses, and whether --proxy or --ca-file is needed.
nothing was stored: yes
-- with settings stored before
wrong client [2] IMS refuses the credentials (HTTP 401: The client id or the client secret is wrong.); check client id, client secret and scope. Nothing was stored.
as before: yes
as JSON: yes
