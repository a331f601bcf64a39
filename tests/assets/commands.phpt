--TEST--
assets:config, assets:sync, assets:products, assets:status and cron, against the sandbox
--SKIPIF--
<?php require __DIR__ . '/../cli/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/../cli/cli.inc';

define('START', time() - 60);
const SECRETS = [
    'ACO_ASSETS_CONSUMER_SECRET' => 'sandbox-consumer-secret',
    'ACO_ASSETS_ACCESS_TOKEN' => 'sandbox-access-token',
    'ACO_ASSETS_ACCESS_TOKEN_SECRET' => 'sandbox-access-token-secret',
];

function event(
    string $asset,
    int $second,
    array $metadata,
    string $type = 'metadata_updated',
    string $tenant = 'p100-e200',
): string {
    return json_encode([
        'specversion' => '1.0',
        'id' => "event-$second",
        'source' => "acct:aem-$tenant@adobe.com",
        'type' => "aem.assets.asset.$type",
        'time' => gmdate('Y-m-d\TH:i:s\Z', START + $second),
        'data' => ['assetId' => "urn:aaid:aem:$asset", 'assetMetadata' => $metadata],
    ]) . "\n";
}

function media(Cli $cli): void
{
    $media = json_decode(file_get_contents("{$cli->sandbox['url']}/api/assets/media"), true)['media'];
    foreach ($media as $entry) {
        printf(
            "  %s %s [%s] %s %s\n",
            $entry['sku'],
            substr($entry['assetId'], -1),
            implode(',', $entry['roles']),
            json_encode($entry['position']),
            $entry['kind'],
        );
    }
    echo $media === [] ? "  nothing\n" : '';
}

function summary(Result $result): string
{
    $document = $result->json();
    $events = array_filter($document['events'], static fn (mixed $value): bool => is_int($value) && $value > 0);

    return "$result->code " . json_encode($events) . ' ' . json_encode(array_filter($document['changes'])) . "\n";
}

$cli = (new Cli())->startSandbox();
$cli->init();
echo '-- settings: ';
$result = $cli->run(['assets:sync', '-', '--json']);
echo $result->code, ' ', $result->json()['error']['message'], "\n";
$shown = $cli->run(['assets:config', "--commerce-url={$cli->sandbox['url']}", '--consumer-key=sandbox-consumer-key',
    '--program-id=p100', '--environment-id=e200', '--requests-per-second=0', '--rule=Match by product SKU',
    '--visualization-owner=AEM Assets', '--custom-domain= images.example.com/ ', '--json'], SECRETS);
echo json_encode(array_intersect_key($shown->json(), [
    'program_id' => 1, 'rule' => 1, 'visualization_owner' => 1, 'custom_domain' => 1,
    'access_token' => 1]), JSON_UNESCAPED_SLASHES), "\n";
foreach ([
    '--custom-domain=https://a.example/path', '--custom-domain=a.example:0', '--commerce-url=http://127.0.0.1:',
    '--registry-url=https://a.example:99999',
    '--asset-to-product-url=a.example', '--product-to-asset-url=https://a.example/?x', '--commerce-ims-url=127.0.0.1:',
    '--matcher-oauth-url=https://me@a.example', '--program-id=x', '--enabled=maybe', '--rule=some',
] as $option) {
    $result = $cli->run(['assets:config', $option]);
    echo $result->code, ' ', trim($result->err), "\n";
}
foreach (SECRETS as $secret) {
    echo str_contains(file_get_contents("$cli->state/aco.sqlite"), $secret) ? "a secret is stored in the clear\n" : '';
}

$ready = ['commerce:isCommerce' => 'yes', 'dam:status' => 'approved', 'dc:format' => 'image/png'];
echo '-- approved, from standard input: ';
echo summary($cli->run(['assets:sync', '-', '--json'], [], event('a', 1, $ready + [
    'commerce:skus' => ['S1', 'S2'], 'commerce:roles' => ['image', 'image;thumbnail'], 'commerce:positions' => [1, 2],
]) . event('b', 2, $ready + ['commerce:skus' => 'S1', 'commerce:roles' => 'image; swatch_image'])
    . event('c', 2, $ready + ['commerce:skus' => 'S1'], tenant: 'p7-e8')));
media($cli);

echo '-- the same again: ';
file_put_contents("$cli->dir/again.jsonl", event('b', 2, $ready + [
    'commerce:skus' => 'S1',
    'commerce:roles' => 'image; swatch_image',
]));
echo summary($cli->run(['assets:sync', "$cli->dir/again.jsonl", '--json']));

echo '-- rejected, only the status in the event: ';
echo summary($cli->run(['assets:sync', '-', '--json'], [], event('b', 5, ['dam:status' => 'rejected'])));
media($cli);

echo '-- late, and of another property: ';
echo summary($cli->run(
    ['assets:sync', '-', '--json'],
    [],
    event('a', 3, ['commerce:positions' => [7, 8]]) . event('b', 4, ['dam:status' => 'approved']),
));
media($cli);

echo '-- what cannot be used: ';
$result = $cli->run(['assets:sync', '-', '--json'], [], "nonsense\n[1]\n{\"type\":\"other\",\"data\":{}}\n{\"assetId\":\"\"}\n"
    . event('a', 6, ['commerce:skus' => [['nested']]]) . event('d', 6, [], 'deleted')
    . event('g', 6, $ready + ['commerce:skus' => json_decode(str_repeat('[', 508) . str_repeat(']', 508))]));
echo summary($result);
foreach ($result->json()['events']['refusals'] as $refusal) {
    echo "  {$refusal['place']}: {$refusal['reason']}\n";
}
media($cli);
$status = $cli->run(['assets:status', '--status=failed', '--json'])->json();
echo json_encode($status['assets']), ' ', $status['list'][0]['assetId'], ': ', $status['list'][0]['error'], "\n";

echo "-- the schedule takes the spool folder\n";
mkdir("$cli->state/assets-spool", 0700, true);
file_put_contents("$cli->state/assets-spool/1.jsonl", event('a', 7, ['commerce:skus' => ['S2', 'S3']]));
file_put_contents("$cli->state/assets-spool/2.jsonl", "broken\n" . event('a', 8, [], 'deleted'));
file_put_contents("$cli->state/assets-spool/3.jsonl", event('e', 9, $ready + [
    'commerce:skus' => 'S9',
    'commerce:roles' => 'image',
]));
$result = $cli->run(['cron', '--once', '--json']);
foreach ($result->json()['runs'] as $run) {
    echo $run['job'] === 'assets:sync' ? "  {$run['job']} {$run['exitCode']}\n" : '';
}
echo '  ', implode(' ', array_map(basename(...), glob("$cli->state/assets-spool/*/*"))), "\n";
media($cli);

echo "-- what a killed run has left is due at once, and what is new is not\n";
foreach (['4.jsonl', 'working/5.jsonl'] as $name) {
    file_put_contents("$cli->state/assets-spool/$name", event('e', 9, []));
    $result = $cli->run(['cron', '--once', '--json']);
    echo '  ', json_encode(array_column($result->json()['runs'], 'job')), ' ',
        implode(' ', array_map(basename(...), glob("$cli->state/assets-spool/{,*/}[45].jsonl", GLOB_BRACE))), "\n";
}

echo '-- products: ';
$cli->run(['assets:config', '--announced-only=1']);
echo summary($cli->run(['assets:sync', '-', '--json'], [], event('f', 10, $ready + [
    'commerce:skus' => ['N1', 'N2'],
    'commerce:roles' => ['image', 'image'],
])));
media($cli);
echo '   announced: ', summary($cli->run(['assets:products', '-', '--json'], [], "{\"sku\":\"N1\"}\n{\"sku\":\"N1\"}\n{\"sku\":\"\"}\n"
    . json_encode(['type' => 'com.adobe.commerce.observer.catalog_product_save_commit_after', 'data' => ['value' => ['sku' => 'none']]]) . "\n"));
media($cli);

echo "-- folders that are no spool\n";
mkdir("$cli->dir/spool/kept", 0700, true);
$cli->write('catalog/products.jsonl', []);
foreach ([$cli->state, "$cli->dir/catalog", "$cli->dir/spool"] as $folder) {
    $result = $cli->run(['assets:sync', $folder]);
    echo '  ', $result->code, ' ', str_replace("$cli->dir/", '', trim($result->err)), "\n";
}
check('nothing is moved', is_file("$cli->state/aco.sqlite") && is_file("$cli->dir/catalog/products.jsonl")
    && is_dir("$cli->dir/spool/kept"));

echo '-- no events are taken: ';
$cli->run(['assets:config', '--enabled=0']);
echo trim($cli->run(['assets:sync', '-'])->err), "\n";

echo '-- how long it took: ';
$sla = $cli->run(['assets:status', '--json'])->json()['sla'];
echo $sla['applied'], ' applied, ', $sla['waiting'], ' not, ',
    $sla['seconds']['max'] < 120 ? 'in less than two minutes' : "{$sla['seconds']['max']} s", "\n";
foreach ($sla['targets'] as $target) {
    echo "  {$target['withinSeconds']} s: {$target['late']} late\n";
}
$log = file_get_contents("$cli->state/log/aco.log");
foreach ([
    'asset.received', 'asset.mapped', 'asset.removed', 'asset.skipped', 'role.reassigned', 'product.received',
    'product.mapped', 'config.changed',
] as $event) {
    echo str_contains($log, "\"event\":\"$event\"") ? '' : "$event is not in the log\n";
}
foreach ([...SECRETS, 'commerce:positions'] as $private) {
    echo str_contains($log, $private) ? "$private is in the log\n" : '';
}
?>
--EXPECT--
-- settings: 2 Settings are missing: run assets:config --program-id=… --environment-id=… --commerce-url=… --consumer-key=… with ACO_ASSETS_CONSUMER_SECRET, ACO_ASSETS_ACCESS_TOKEN, ACO_ASSETS_ACCESS_TOKEN_SECRET in the environment.
{"program_id":"100","custom_domain":"https://images.example.com","visualization_owner":"aem","rule":"matchBySKU","access_token":"stored, encrypted"}
2 --custom-domain must be a domain, such as images.example.com, without path, query or user.
2 --custom-domain must have a port from 1 to 65535 after the colon that follows its host, or no colon there.
2 --commerce-url must have a port from 1 to 65535 after the colon that follows its host, or no colon there.
2 --registry-url must have a port from 1 to 65535 after the colon that follows its host, or no colon there.
2 --asset-to-product-url must be an absolute https address.
2 --product-to-asset-url must not hold a query or fragment.
2 --commerce-ims-url must have a port from 1 to 65535 after the colon that follows its host, or no colon there.
2 --matcher-oauth-url must not hold a user name or password.
2 --program-id must be a number, such as 12345.
2 --enabled must be on or off.
2 --rule must be one of matchBySKU, externalMatcher.
-- approved, from standard input: 0 {"read":3,"applied":2,"rolesReassigned":1,"foreign":1} {"delivered":2}
  S1 a [] 1 image
  S1 b [image,swatch_image] null image
  S2 a [image,thumbnail] 2 image
-- the same again: 0 {"read":1,"stale":1} []
-- rejected, only the status in the event: 0 {"read":1,"applied":1,"rolesReassigned":1} {"delivered":2}
  S1 a [image] 1 image
  S2 a [image,thumbnail] 2 image
-- late, and of another property: 0 {"read":2,"applied":1,"stale":1} {"delivered":1}
  S1 a [image] 7 image
  S2 a [image,thumbnail] 8 image
-- what cannot be used: 1 {"read":7,"applied":1,"unusable":2,"refused":4} {"unchanged":2}
  standard input line 1: not JSON (syntax error)
  standard input line 2: not a JSON object
  standard input line 3: type is not one of aem.assets.asset.…
  standard input line 4: assetId must have 1 to 255 bytes without control characters
  S1 a [image] 7 image
  S2 a [image,thumbnail] 8 image
{"Success":2,"Failed":2,"Waiting":0} urn:aaid:aem:g: asset (urn:aaid:aem:g): assetMetadata.commerce:skus.0 must be a string, array given
-- the schedule takes the spool folder
  assets:sync 1
  1.jsonl 3.jsonl 2.jsonl 2.jsonl.report.json
  S9 e [image] null image
-- what a killed run has left is due at once, and what is new is not
  [] 4.jsonl
  ["assets:sync"] 4.jsonl 5.jsonl
-- products: 0 {"read":1,"applied":1} {"unchanged":1}
  S9 e [image] null image
   announced: 1 {"read":4,"applied":2,"stale":1,"refused":1} {"delivered":1,"unchanged":1}
  N1 f [image] null image
  S9 e [image] null image
-- folders that are no spool
  2 state is a state folder: give the spool folder of events, or a file.
  2 catalog holds feed files, such as products.jsonl: give the spool folder of events, or a file.
  0 
nothing is moved: yes
-- no events are taken: Updates from AEM are disabled: assets:config --enabled=on enables them.
-- how long it took: 11 applied, 0 not, in less than two minutes
  300 s: 0 late
  1800 s: 0 late
