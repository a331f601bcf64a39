--TEST--
config:init: sandbox and production are kept apart; neither becomes the other silently
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

/** A Commerce Cloud Manager that knows every tenant: those named live… are production tenants. */
const MANAGER = <<<'PHP'
    $server = stream_socket_server('tcp://127.0.0.1:0');
    echo stream_socket_get_name($server, false), "\n";
    while ($connection = stream_socket_accept($server, -1)) {
        preg_match('~/tenants/(\w+)/~', (string) fgets($connection), $tenant);
        while (trim((string) fgets($connection)) !== '');
        $region = str_starts_with($tenant[1], 'live') ? 'na1' : 'na1-sandbox';
        $body = json_encode(['ingestionUrl' => "https://$region.api.commerce.adobe.com/$tenant[1]"]);
        fwrite($connection, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " . strlen($body) . "\r\n\r\n$body");
        fclose($connection);
    }
    PHP;

function type(Cli $cli): string
{
    $shown = $cli->run(['config:show', '--json'])->json();

    return "$shown[tenant_id] $shown[type] $shown[ingestion_url]";
}

$manager = proc_open([PHP_BINARY, '-n', '-r', MANAGER], [['pipe', 'r'], ['pipe', 'w']], $pipes);
$ccm = 'http://' . trim(fgets($pipes[1]));
$cli = (new Cli())->startSandbox();
$init = static fn (string $tenant, ?string $type = null, array $more = []): Result
    => $cli->init(['tenant-id' => $tenant, 'ccm-url' => $ccm, 'type' => $type] + $more);

show($init('live1'), $cli, 'production');
show($init('live1', 'sandbox'), $cli, 'production as sandbox');
show($init('test1', 'production'), $cli, 'sandbox as production');
show($cli->init(['tenant-id' => 'live1', 'ingestion-url' => 'https://eu1.api.commerce.adobe.com/live1', 'ccm-url' => null]), $cli, 'production address');
show($cli->init(['tenant-id' => 'live1', 'region' => 'eu1', 'type' => null, 'ccm-url' => null]), $cli, 'region alone');
check('nothing was stored', !file_exists($cli->state));

echo "-- sandbox\n";
show($init('test1'), $cli, 'sandbox');
echo type($cli), "\n";
$before = $cli->rows('core_config_data');
show($init('live1'), $cli, 'now production');
show($cli->run(['config:init', '--ingestion-url=https://na1.api.commerce.adobe.com/test1']), $cli, 'by its address');
check('as before', $cli->rows('core_config_data') === $before);
show($init('test2', null), $cli, 'another sandbox');

echo "-- turned over on purpose\n";
show($init('live1', 'production'), $cli, 'to production');
echo type($cli), "\n";
show($init('live1'), $cli, 'again');
show($init('test1'), $cli, 'now sandbox');
show($init('test1', 'sandbox'), $cli, 'back to sandbox');
echo type($cli), "\n";

echo "-- addresses of others tell nothing\n";
show($cli->init(), $cli, 'the sandbox of this project');
show($cli->init(['type' => 'production']), $cli, 'declared');
show($cli->init(['type' => 'sandbox']), $cli, 'declared otherwise');
proc_terminate($manager);
?>
--EXPECT--
production [2] Tenant live1 is a production tenant (its address is https://na1.api.commerce.adobe.com/live1): give --type production when that is what you want. Nothing was stored.
production as sandbox [2] --type sandbox was given, but tenant live1 is of type production (its address is https://na1.api.commerce.adobe.com/live1): correct --tenant-id or --type. Nothing was stored.
sandbox as production [2] --type production was given, but tenant test1 is of type sandbox (its address is https://na1-sandbox.api.commerce.adobe.com/test1): correct --tenant-id or --type. Nothing was stored.
production address [2] Tenant live1 is a production tenant (its address is https://eu1.api.commerce.adobe.com/live1): give --type production when that is what you want. Nothing was stored.
region alone [2] --type is missing.
nothing was stored: yes
-- sandbox
sandbox [0] 
test1 sandbox https://na1-sandbox.api.commerce.adobe.com/test1
now production [2] The stored settings are of type sandbox, and tenant live1 is of type production: use a state folder of its own with --state-dir, or give --type production to replace these settings. Nothing was stored.
by its address [2] The stored settings are of type sandbox, and tenant test1 is of type production: use a state folder of its own with --state-dir, or give --type production to replace these settings. Nothing was stored.
as before: yes
another sandbox [0] Note: the address or tenant has changed, so the next sync sends all items.
-- turned over on purpose
to production [0] Note: the address or tenant has changed, so the next sync sends all items.
live1 production https://na1.api.commerce.adobe.com/live1
again [0] 
now sandbox [2] The stored settings are of type production, and tenant test1 is of type sandbox: use a state folder of its own with --state-dir, or give --type sandbox to replace these settings. Nothing was stored.
back to sandbox [0] Note: the address or tenant has changed, so the next sync sends all items.
test1 sandbox https://na1-sandbox.api.commerce.adobe.com/test1
-- addresses of others tell nothing
the sandbox of this project [0] Note: the address or tenant has changed, so the next sync sends all items.
declared [0] 
declared otherwise [0]
