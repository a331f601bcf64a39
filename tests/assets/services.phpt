--TEST--
assets:register-tenant; assets:sync to Commerce Optimizer, and to a store that fails or is away
--SKIPIF--
<?php require __DIR__ . '/../cli/cli.inc'; echo skip_reason() ?: (extension_loaded('openssl') ? '' : 'skip openssl is missing'); ?>
--FILE--
<?php
require __DIR__ . '/../cli/cli.inc';

const SECRETS = [
    'ACO_ASSETS_CONSUMER_SECRET' => 'sandbox-consumer-secret',
    'ACO_ASSETS_ACCESS_TOKEN' => 'sandbox-access-token',
    'ACO_ASSETS_ACCESS_TOKEN_SECRET' => 'sandbox-access-token-secret',
];

function asset(string $id, array $skus, string $roles = 'image', string $status = 'approved', int $second = 1): string
{
    return json_encode(['assetId' => "urn:aaid:aem:$id", 'time' => sprintf(
        '2026-01-01T00:00:%02dZ',
        $second,
    ), 'assetMetadata' => [
        'commerce:isCommerce' => 'yes', 'dam:status' => $status, 'commerce:skus' => $skus,
        'commerce:roles' => array_fill(0, count($skus), $roles),
    ]]) . "\n";
}

function changes(Result $result): string
{
    return "$result->code " . json_encode(array_filter($result->json()['changes'] ?? $result->json())) . "\n";
}

openssl_pkey_export(openssl_pkey_new(['private_key_bits' => 2048]), $key);
$cli = (new Cli())->startSandbox(['--assets-dialect=flat']);
$cli->init();
$cli->run([
    'assets:config', "--commerce-url={$cli->sandbox['url']}", '--consumer-key=sandbox-consumer-key',
    '--program-id=12345',
    '--environment-id=67890', '--requests-per-second=0', '--project-id=11111111-1111-4111-8111-111111111111',
    '--data-space-id=sandbox-environment', '--api-key=sandbox-api-key', "--registry-url={$cli->sandbox['url']}/assets-integration/graphql",
], SECRETS + ['ACO_ASSETS_PRIVATE_KEY' => $key]);

echo "-- registration, twice\n";
for ($i = 0; $i < 2; $i++) {
    $result = $cli->run(['assets:register-tenant', '--json']);
    $document = $result->json();
    echo "$result->code ", isset($document['error']) ? $document['error']['message'] : json_encode([
        is_string($document['tenantId']), $document['alreadyRegistered'], $document['dialect'],
    ]), "\n";
}
$cli->run(['assets:config', '--api-key=other']);
$result = $cli->run(['assets:register-tenant']);
echo $result->code, ' ', trim($result->err), "\n";

echo "-- product by product, into a layer\n";
$cli->run(['assets:config', '--sink=optimizer']);
echo changes($cli->run(['assets:sync', '-', '--json'], [], asset('a', ['S1', 'S2']) . asset('b', ['S1'], second: 2)));
echo changes($cli->run(['assets:sync', '-', '--json'], [], asset('b', ['S1'], status: 'rejected', second: 3)));
echo changes($cli->run(['assets:sync', '-', '--json'], [], asset('b', ['S1'], status: 'rejected', second: 3)));
echo json_encode($cli->run(['assets:status', '--json'])->json()['assets']), "\n";

echo "-- a store that fails for good, then is there\n";
$other = (new Cli())->startSandbox(['--fault', '{"match":{"path":"/sync-asset$"},"times":1,"fault":{"type":"status","status":400,"body":"{\"message\":\"no such product\"}"}}']);
$other->init();
$other->run(['assets:config', "--commerce-url={$other->sandbox['url']}", '--consumer-key=sandbox-consumer-key', '--program-id=1',
    '--environment-id=2', '--requests-per-second=0'], SECRETS);
echo changes($other->run(['assets:sync', '-', '--json'], [], asset('a', ['S1'])));
echo $other->run(['assets:status', '--json', '--status=failed'])->json()['list'][0]['error'], "\n";
echo 'the product is announced: ', changes($other->run(['assets:products', '-', '--json'], [], "{\"sku\":\"S1\"}\n"));
echo count(json_decode(file_get_contents("{$other->sandbox['url']}/api/assets/media"), true)['media']), " entry\n";

echo "-- a store that is away\n";
$other->stopSandbox();
echo changes($other->run(['assets:sync', '-', '--json'], [], asset('b', ['S2'])));
echo json_encode($other->run(['assets:status', '--json'])->json()['assets']), "\n";
?>
--EXPECT--
-- registration, twice
0 [true,false,"flat"]
0 [false,true,"flat"]
2 the asset service: Client ID is invalid; check the public API key.
-- product by product, into a layer
0 {"delivered":2}
0 {"delivered":1}
0 []
{"Success":2,"Failed":0,"Waiting":0}
-- a store that fails for good, then is there
1 {"rejected":1}
Commerce answers HTTP 400: no such product
the product is announced: 0 {"delivered":1,"unchanged":1}
1 entry
-- a store that is away
3 {"toRetry":1}
{"Success":1,"Failed":1,"Waiting":0}
