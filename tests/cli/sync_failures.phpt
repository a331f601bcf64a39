--TEST--
sync: service down, wrong secret, unknown tenant, no permission: one sentence, and nothing is lost
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

/** The rows are all there, with what is needed to send them. */
function kept(Cli $cli, int $count): void
{
    $rows = $cli->rows('cde_products_feed');
    $whole = array_filter($rows, static fn (array $row): bool => in_array($row['status'], [0, 2], true)
        && str_contains($row['feed_data'], '"name"'));
    check(
        'kept',
        count($rows) === $count && count($whole) === $count,
        array_count_values(array_column($rows, 'status')),
    );
}

$cli = (new Cli())->startSandbox();
$cli->init();
$path = $cli->write('products.jsonl', products(250));

echo "-- 403\n";
$cli->fault(['match' => ['path' => '/v1/catalog/'], 'fault' => ['type' => 'status', 'status' => 403]]);
$result = $cli->run(['sync', $path]);
show($result, $cli, 'sync');
kept($cli, 250);
$cli->clearFaults();

echo "-- wrong secret\n";
$stored = $cli->rows('core_config_data');
$cli->run(['config:init', "--ingestion-url={$cli->sandbox['ingestionUrl']}"], ['ACO_CLIENT_SECRET' => 'not-the-secret']);
$result = $cli->run(['sync', $path]);
show($result, $cli, 'sync');
kept($cli, 250);
$result = $cli->run(['sync', $path, '--json']);
$document = $result->json();
check(
    'as JSON',
    $result->code === 3 && $document['exitCode'] === 3 && $document['error']['message'] === rtrim($result->err)
    && $result->feed('products')['toRetry'] === 250, $result);
$cli->init();

echo "-- unknown tenant\n";
$base = substr($cli->sandbox['ingestionUrl'], 0, -strlen($cli->sandbox['tenantId']) - 1);
$cli->run(['config:init', "--ingestion-url=$base", '--tenant-id=nobody']);
show($cli->run(['sync', $path]), $cli, 'sync');
kept($cli, 250);
$cli->init();

echo "-- down\n";
$cli->stopSandbox();
show($cli->run(['sync', $path]), $cli, 'sync');
kept($cli, 250);
$failed = $cli->run(['status', '--failed', '--json'])->json()['items'];
check(
    'status',
    count($failed) === 250 && array_unique(array_column($failed, 'label')) === ['Failed, will retry'],
    count($failed),
);

echo "-- up again, some fail\n";
$cli->startSandbox();
$cli->init();
$cli->fault(
    ['match' => ['path' => '/v1/catalog/products$'], 'after' => 1, 'fault' => ['type' => 'status', 'status' => 403]],
);
$result = $cli->run(['sync', '--feed=products', '-']);
show($result, $cli, 'sync');
$cli->clearFaults();
$held = count($cli->held('products'));
check('some delivered', $held > 0 && $held < 250, $held);

echo "-- all well, from the table alone\n";
$result = $cli->run(['sync', '--feed=products', '-', '--json']);
check('done', $result->code === 0 && $result->feed('products')['accepted'] === 250 - $held, $result);
check('all held', count($cli->held('products')) === 250);
?>
--EXPECTF--
-- 403
sync [3] Nothing could be delivered: the API answers HTTP 403; check that client and scope may use this tenant. 250 items are kept and sent by the next sync.
kept: yes
-- wrong secret
sync [3] Nothing could be delivered: IMS refuses the credentials (HTTP 401: The client id or the client secret is wrong.); check client id, client secret and scope. 250 items are kept and sent by the next sync.
kept: yes
as JSON: yes
-- unknown tenant
sync [3] Nothing could be delivered: the API answers HTTP 404: There is no such tenant or path here.; check ingestion address and tenant id. 250 items are kept and sent by the next sync.
kept: yes
-- down
sync [3] Nothing could be delivered: %s. Check the address with config:show and the network, or wait until the service works again. 250 items are kept and sent by the next sync.
kept: yes
status: yes
-- up again, some fail
sync [1] Not everything could be delivered: the API answers HTTP 403; check that client and scope may use this tenant. 150 items are kept and sent by the next sync.
some delivered: yes
-- all well, from the table alone
done: yes
all held: yes
