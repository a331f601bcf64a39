--TEST--
cron: catalog, orders and assets run each by itself, whatever is set up and whichever fails
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/orders.inc';

function assets(Cli $cli): Result
{
    return $cli->run(['assets:config', "--commerce-url={$cli->sandbox['url']}", '--consumer-key=sandbox-consumer-key',
        '--program-id=p100', '--environment-id=e200', '--requests-per-second=0', '--rule=Match by product SKU'], [
            'ACO_ASSETS_CONSUMER_SECRET' => 'sandbox-consumer-secret',
            'ACO_ASSETS_ACCESS_TOKEN' => 'sandbox-access-token',
            'ACO_ASSETS_ACCESS_TOKEN_SECRET' => 'sandbox-access-token-secret']);
}

/** Something new for each of them. */
function feed_all(Cli $cli): void
{
    static $number = 0;
    $number++;
    foreach (['spool', 'assets-spool'] as $folder) {
        is_dir("$cli->state/$folder") || mkdir("$cli->state/$folder", 0700);
    }
    foreach ([1, 2] as $part) {
        $cli->write("state/spool/products-$number-$part.jsonl", [product("P$number-$part")]);
        $cli->write("state/spool/orders-$number-$part.jsonl", [life($number * 10 + $part)[0]]);
    }
    $cli->write("state/assets-spool/$number.jsonl", [[
        'specversion' => '1.0', 'id' => "event-$number", 'source' => 'acct:aem-p100-e200@adobe.com',
        'type' => 'aem.assets.asset.metadata_updated',
        'time' => gmdate(
            'Y-m-d\TH:i:s\Z',
            time() - 3600 + $number,
        ), 'data' => ['assetId' => "urn:aaid:aem:a$number", 'assetMetadata' => [
            'dam:status' => 'approved', 'commerce:isCommerce' => 'yes', 'commerce:skus' => [
                "S$number",
            ], 'commerce:roles' => ['image']]],
    ]]);
}

/** What ran, what arrived, and what lies in the spool folder still. */
function once(Cli $cli, string $label, string ...$options): void
{
    $cli->pdo()->exec("DELETE FROM core_config_data WHERE path LIKE 'aco_exporter/cron/%'");
    $result = $cli->run(['cron', '--once', ...$options, '--json']);
    $runs = array_map(
        static fn (array $run): string => rtrim("$run[job] $run[entry]") . " [$run[exitCode]]",
        $result->json()['runs'] ?? [],
    );
    echo "$label [$result->code]: ", implode(', ', $runs), "\n";
    $state = json_decode(file_get_contents("{$cli->sandbox['url']}/api/state"), true);
    $waits = array_map(static fn (string $path): string => substr($path, strlen("$cli->state/spool/")), glob(
        "$cli->state/spool/{,working/}*.jsonl",
        GLOB_BRACE,
    ));
    echo "    {$state['entities']['products']['total']} products, {$state['events']['total']} events, {$state['assets']['media']} media",
        $waits === [] ? '' : '; waiting: ' . implode(' ', $waits), "\n";
}

$cli = (new Cli())->startSandbox(['--datastream', DATASTREAM, '--org', ORGANIZATION]);
$cli->run(['assets:config', '--layer=x']);
$cli->run(['assets:config', '--layer=']);
show($cli->run(['cron', '--once']), $cli, 'nothing');
show($cli->run(['cron']), $cli, 'nothing, forever');
check('no spool folder is made', !file_exists("$cli->state/spool"));

echo "-- one of them\n";
configure($cli);
feed_all($cli);
once($cli, 'orders');
$cli->pdo()->exec("DELETE FROM core_config_data WHERE path LIKE 'aco_exporter/cron/%'");
$result = $cli->run(['cron', '--once']);
check('the others are left out in silence', $result->err === '' && !str_contains($result->out, 'resend'), $result);
echo $cli->run(['cron', '--once', '-v'])->err;

$only = (new Cli())->startSandbox();
check('settings', assets($only)->code === 0);
$only->write('state/assets-spool/1.jsonl', []);
once($only, 'assets');
check('no spool folder is made', !file_exists("$only->state/spool"));
feed_all($only);
once($only, 'assets');
$only->init();
once($only, 'and the catalog');
$only->stopSandbox();

echo "-- all of them\n";
$cli->init();
assets($cli);
once($cli, 'all');

echo "-- one fails\n";
feed_all($cli);
$cli->fault(['match' => ['path' => '/v1/catalog/'], 'fault' => ['type' => 'status', 'status' => 503]]);
once($cli, 'the service of the catalog');
$cli->clearFaults();
// Whatever its wait is: the time that the test takes must not matter.
check('sent again', $cli->run(['resend-failed', '--all'])->code + $cli->run(['orders:sync'])->code === 0);
once($cli, 'it is back');

feed_all($cli);
$cli->fault(['match' => ['path' => '^/ee/'], 'fault' => ['type' => 'status', 'status' => 503]]);
once($cli, 'the Edge Network');
$cli->clearFaults();
// Whatever its wait is: the time that the test takes must not matter.
check('sent again', $cli->run(['resend-failed', '--all'])->code + $cli->run(['orders:sync'])->code === 0);
once($cli, 'it is back');

feed_all($cli);
file_put_contents("$cli->dir/suppressed", '');
check('settings', $cli->run(['experience:config', "--suppression-list=$cli->dir/suppressed"])->code === 0);
unlink("$cli->dir/suppressed");
once($cli, 'settings of orders');
file_put_contents("$cli->dir/suppressed", '');
once($cli, 'mended');

feed_all($cli);
rename("$cli->state/assets-spool", "$cli->state/kept");
touch("$cli->state/assets-spool");
once($cli, 'folder of assets');
unlink("$cli->state/assets-spool");
rename("$cli->state/kept", "$cli->state/assets-spool");
once($cli, 'mended');

feed_all($cli);
$pdo = $cli->pdo();
$pdo->exec("DELETE FROM core_config_data WHERE path = 'aco_exporter/general/client_secret'");
once($cli, 'no client secret');
$pdo->exec("DELETE FROM core_config_data WHERE path LIKE 'aco_exporter/experience/%' OR path LIKE 'aco_exporter/assets/%'");
show($cli->run(['cron', '--once']), $cli, 'nor anything else');
?>
--EXPECT--
nothing [2] Nothing is configured yet: run config:init for the catalog, experience:config for orders or assets:config for assets first.
nothing, forever [2] Nothing is configured yet: run config:init for the catalog, experience:config for orders or assets:config for assets first.
no spool folder is made: yes
-- one of them
orders [0]: orders:sync orders-1-1.jsonl [0], orders:sync orders-1-2.jsonl [0], orders:sync [0]
    0 products, 2 events, 0 media; waiting: products-1-1.jsonl products-1-2.jsonl
the others are left out in silence: yes
Left out until config:init is run: the catalog.
Left out until assets:config is run: assets.
settings: yes
assets [0]: assets:sync [0]
    0 products, 0 events, 0 media
no spool folder is made: yes
assets [0]: assets:sync [0]
    0 products, 0 events, 1 media; waiting: orders-2-1.jsonl orders-2-2.jsonl products-2-1.jsonl products-2-2.jsonl
and the catalog [0]: sync products-2-1.jsonl [0], sync products-2-2.jsonl [0], resend-failed [0], cleanup [0]
    2 products, 0 events, 1 media; waiting: orders-2-1.jsonl orders-2-2.jsonl
-- all of them
all [0]: sync products-1-1.jsonl [0], sync products-1-2.jsonl [0], resend-failed [0], orders:sync [0], cleanup [0], assets:sync [0]
    2 products, 2 events, 1 media
-- one fails
the service of the catalog [3]: sync products-3-1.jsonl [3], orders:sync orders-3-1.jsonl [0], orders:sync orders-3-2.jsonl [0], resend-failed [3], orders:sync [0], cleanup [0], assets:sync [0]
    2 products, 4 events, 2 media; waiting: working/products-3-2.jsonl
sent again: yes
it is back [0]: sync products-3-2.jsonl [0], resend-failed [0], orders:sync [0], cleanup [0]
    4 products, 4 events, 2 media
the Edge Network [3]: sync products-4-1.jsonl [0], orders:sync orders-4-1.jsonl [3], sync products-4-2.jsonl [0], resend-failed [0], orders:sync [3], cleanup [0], assets:sync [0]
    6 products, 4 events, 3 media; waiting: working/orders-4-2.jsonl
sent again: yes
it is back [0]: orders:sync orders-4-2.jsonl [0], resend-failed [0], orders:sync [0], cleanup [0]
    6 products, 6 events, 3 media
settings: yes
settings of orders [2]: sync products-5-1.jsonl [0], orders:sync orders-5-1.jsonl [2], sync products-5-2.jsonl [0], resend-failed [0], orders:sync [2], cleanup [0], assets:sync [0]
    8 products, 6 events, 4 media; waiting: working/orders-5-1.jsonl working/orders-5-2.jsonl
mended [0]: orders:sync orders-5-1.jsonl [0], orders:sync orders-5-2.jsonl [0], resend-failed [0], orders:sync [0], cleanup [0]
    8 products, 8 events, 4 media
folder of assets [2]: sync products-6-1.jsonl [0], orders:sync orders-6-1.jsonl [0], sync products-6-2.jsonl [0], orders:sync orders-6-2.jsonl [0], resend-failed [0], orders:sync [0], cleanup [0], assets:sync [2]
    10 products, 10 events, 4 media
mended [0]: resend-failed [0], orders:sync [0], cleanup [0], assets:sync [0]
    10 products, 10 events, 5 media
no client secret [2]: sync products-7-1.jsonl [2], orders:sync orders-7-1.jsonl [0], orders:sync orders-7-2.jsonl [0], resend-failed [2], orders:sync [0], cleanup [0], assets:sync [0]
    10 products, 12 events, 6 media; waiting: working/products-7-1.jsonl working/products-7-2.jsonl
nor anything else [2] No client secret is stored: run config:init with ACO_CLIENT_SECRET set.
