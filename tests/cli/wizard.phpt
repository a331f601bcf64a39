--TEST--
config:init: on a terminal it asks for all that is missing, refuses empty answers and shows no secret
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/terminal.inc';
echo skip_reason() ?: terminal_skip_reason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/terminal.inc';

$cli = (new Cli())->startSandbox();
$options = $cli->connectionOptions(['org-id' => null, 'tenant-id' => null, 'client-id' => null]);
$result = typed($cli, ['config:init', ...$options], [
    ['instance id): ', $cli->sandbox['tenantId']],
    ['Developer Console): ', ''],
    ['Developer Console): ', "  {$cli->sandbox['clientId']} "],
    ['@AdobeOrg): ', $cli->sandbox['orgId']],
    ['(not shown): ', 'sandbox-secret'],
]);
echo "[$result->code] ", preg_replace(['~\S+/state/~', '~http://\S+~'], ['DIR/', 'URL'], $result->out);
check('not shown', !str_contains($result->out, 'sandbox-secret'));
check('stored', $cli->run(['config:show', '--json'])->json()['client_secret']['decryptable']);

echo "-- nothing is asked for where nobody can answer\n";
$other = (new Cli())->startSandbox();
show($other->run(['config:init', ...$options]), $other, 'no terminal');
$result = typed($other, ['config:init', '--no-interaction', ...$options], []);
echo "[$result->code] $result->out";
check('nothing was stored', !file_exists($other->state));

echo "-- refused answers are not stored either\n";
$result = typed($other, ['config:init', ...$other->connectionOptions()], [['(not shown): ', 'wrong']]);
echo "[$result->code] $result->out";
check('nothing was stored', !file_exists($other->state));
?>
--EXPECT--
[0] Some settings are missing; nothing is stored before all of them are checked. Ctrl+C ends this.
Tenant (instance) id (in the Commerce Cloud Manager, also called instance id): aco-sandbox-tenant
OAuth client id (of the OAuth Server-to-Server credential in the Developer Console): 
An answer is needed.
OAuth client id (of the OAuth Server-to-Server credential in the Developer Console):   sandbox-client 
IMS organization id (in the Developer Console: 24 letters or digits and @AdobeOrg): ACOSANDBOX00000000000000@AdobeOrg
Client secret (not shown): 
Stored in DIR/aco.sqlite. Items go to URL
not shown: yes
stored: yes
-- nothing is asked for where nobody can answer
no terminal [2] These settings are missing: --tenant-id, --client-id, --org-id; and the client secret, set the environment variable ACO_CLIENT_SECRET or give --client-secret.
[2] These settings are missing: --tenant-id, --client-id, --org-id; and the client secret, set the environment variable ACO_CLIENT_SECRET or give --client-secret.
nothing was stored: yes
-- refused answers are not stored either
[2] Client secret (not shown): 
IMS refuses the credentials (HTTP 401: The client id or the client secret is ***.); check client id, client secret and scope. Nothing was stored.
nothing was stored: yes
