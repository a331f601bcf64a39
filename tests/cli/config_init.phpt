--TEST--
config:init and config:show: checked with the look-up, stored, kept, changed, never showing the secret
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$result = $cli->init();
show($result, $cli, 'init');
check('says where items go', str_contains($result->out, "Items go to {$cli->sandbox['ingestionUrl']}\n"), $result->out);
foreach (['' => 0700, '/aco.sqlite' => 0600, '/aco.key' => 0600] as $file => $mode) {
    check("mode of state$file", (fileperms($cli->state . $file) & 0777) === $mode);
}

$row = $cli->pdo()->query("SELECT * FROM core_config_data WHERE path LIKE '%/client_secret'")->fetch();
echo implode(' ', array_keys($row)), "\n";
check(
    'path, scope',
    [$row['path'], $row['scope'], $row['scope_id']] === ['aco_exporter/general/client_secret', 'default', 0],
);
check('encrypted', str_starts_with($row['value'], 'aes-256-gcm:') && !str_contains(
    $row['value'],
    base64_encode('sandbox-secret'),
));

$shown = $cli->run(['config:show', '--json'])->json();
unset($shown['database'], $shown['ingestion_url'], $shown['ims_url']);
unset($shown['ccm_url'], $shown['optimizer_studio_url']);
echo json_encode(array_filter($shown, static fn (mixed $value): bool => $value !== null), JSON_UNESCAPED_SLASHES), "\n";
check('as a table', preg_match('/^\| client_secret +\| stored, encrypted +\|$/m', $cli->run(['config:show'])->out) === 1);

echo "-- again\n";
$cli->stopSandbox();
$result = $cli->run(['config:init', '--requests-per-second=1.5', '--json']);
show($result, $cli, 'rates alone need no network');
$document = $result->json();
check('document', $document['stored'] && $document['credentialsChecked'] === null
    && $document['ingestionUrl'] === $cli->sandbox['ingestionUrl'], $document);
$changed = $cli->run(['config:show', '--json'])->json();
check('one value changed', $changed['requests_per_second'] === '1.5' && $changed['tenant_id'] === $shown['tenant_id']);
check('secret as it was', $cli->pdo()->query(
    "SELECT value FROM core_config_data WHERE path LIKE '%/client_secret'"
)->fetchColumn() === $row['value']);
$cli->run(['config:init', '--requests-per-second=']);
check('value removed', $cli->run(['config:show', '--json'])->json()['requests_per_second'] === null);

echo "-- spelled as in Commerce's connector, with region and type\n";
$other = new Cli();
$result = $other->run([
    'aco:config:init', '--org_id=o@AdobeOrg', '--tenant_id=t1', '--client_id', 'c_1', '--client_secret=given-secret',
    '--region=na1', '--type=sandbox',
]);
show($result, $other, 'init');
check('output', $result->out === "Stored in {$other->state}/aco.sqlite. Items go to https://na1-sandbox.api.commerce.adobe.com/t1\n", $result->out);
$shown = $other->run(['aco:config:show', '--json'])->json();
check('stored', [$shown['client_id'], $shown['region'], $shown['address_from']] === ['c_1', 'na1', 'region'], $shown);
show($other->run(['config:init', '--type=production']), $other, 'other type');
check(
    'other address',
    $other->run(['config:show', '--json'])->json()['ingestion_url'] === 'https://na1.api.commerce.adobe.com/t1',
);
show($other->run(['config:init', '--ingestion-url=https://proxy.example.com/base']), $other, 'own address');
$shown = $other->run(['config:show', '--json'])->json();
check('own address', [$shown['ingestion_url'], $shown['region'], $shown['address_from']]
    === ['https://proxy.example.com/base', null, 'option'], $shown);
show($other->run(['config:init', '--proxy=http://user:p4ss@w:rd@proxy.example.com:3128']), $other, 'proxy');
check(
    'without its password', $other->run(['config:show', '--json'])->json()['proxy'] === 'http://proxy.example.com:3128'
    && str_contains($other->run(['config:show'])->out, '| http://proxy.example.com:3128 '));
?>
--EXPECT--
init [0] 
says where items go: yes
mode of state: yes
mode of state/aco.sqlite: yes
mode of state/aco.key: yes
config_id scope scope_id path value updated_at
path, scope: yes
encrypted: yes
{"org_id":"ACOSANDBOX00000000000000@AdobeOrg","tenant_id":"aco-sandbox-tenant","client_id":"sandbox-client","client_secret":{"stored":true,"decryptable":true,"error":null},"address_from":"look-up","requests_per_second":"0","products_per_minute":"0","prices_per_minute":"0"}
as a table: yes
-- again
rates alone need no network [0] 
document: yes
one value changed: yes
secret as it was: yes
value removed: yes
-- spelled as in Commerce's connector, with region and type
init [0] Note: a secret on the command line is visible in the process list and the shell history; the environment variable ACO_CLIENT_SECRET is safer.
Note: the address was not looked up, so the credentials are checked only by the first sync.
output: yes
stored: yes
other type [0] Note: the address or tenant has changed, so the next sync sends all items.
Note: the address was not looked up, so the credentials are checked only by the first sync.
other address: yes
own address [0] Note: the address or tenant has changed, so the next sync sends all items.
Note: the address was not looked up, so the credentials are checked only by the first sync.
own address: yes
proxy [0] Note: the address was not looked up, so the credentials are checked only by the first sync.
without its password: yes
