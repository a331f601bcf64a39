--TEST--
cron --once: runs what is due from the spool folder, keeps what failed, and says it
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

/** The runs of sync, as the document tells them. */
function once(Cli $cli, array $options = []): string
{
    $cli->pdo()->exec("DELETE FROM core_config_data WHERE path LIKE 'aco_exporter/cron/%'");
    $result = $cli->run(['cron', '--once', '--json', ...$options]);
    $runs = array_filter($result->json()['runs'], static fn (array $run): bool => $run['job'] === 'sync');

    return implode("\n", array_map(
        static fn (array $run): string => "  $run[entry] [$run[exitCode]] "
            . str_replace($cli->dir, 'DIR', $run['message']),
        $runs,
    )) . "\n";
}

$cli = new Cli();
show($cli->run(['cron', '--once']), $cli, 'no database');
touch("$cli->dir/empty.sqlite");
show($cli->run(['cron', '--once', "--dsn=sqlite:$cli->dir/empty.sqlite"]), $cli, 'an empty database');
$cli->startSandbox();
$cli->init();
show($cli->run(['cron', '--once', '--spool=']), $cli, 'no folder name');
show($cli->run(['cron', '--once', '--spool=nowhere/spool']), $cli, 'no folder');
touch("$cli->dir/file");
show($cli->run(['cron', '--once', '--spool=file']), $cli, 'a file');

echo "-- files\n";
$spool = "$cli->state/spool";
echo 'empty:', once($cli);
$cli->write('state/spool/products-1.jsonl', products(2, 'First'));
$cli->write('state/spool/products-2.jsonl', products(1, 'Second'));
$cli->write('state/spool/products-3.jsonl', ['no JSON', product('THREE')]);
$cli->write('state/spool/day/prices.jsonl', [price('SKU-00001')]);
file_put_contents("$spool/day/scopes.json", '{"websites": [{"code": "base", "currency": "USD"}], "customerGroups": []}');
echo once($cli);
echo implode(' ', array_column($cli->held('products'), 'name')), ', ', count($cli->held('prices')), ' price, ',
    count($cli->held('priceBooks')), " book\n";
$report = json_decode(file_get_contents("$spool/failed/products-3.jsonl.report.json"), true);
echo json_encode($report['feeds']['products']['badLines']), "\n";
check('kept', file_exists("$spool/done/products-1.jsonl") && file_exists("$spool/done/day/prices.jsonl"));

echo "-- not due again at once\n";
$cli->write('state/spool/products-4.jsonl', [product('FOUR')]);
$result = $cli->run(['cron', '--once', '--json']);
check('nothing ran', $result->json() === ['exitCode' => 0, 'runCount' => 0, 'runs' => []], $result);
check('still there', file_exists("$spool/products-4.jsonl"));

echo "-- another sync holds the database\n";
$null = fopen('/dev/null', 'r+');
$sync = $cli->start(['sync', '--feed=products', '-'], [], [['pipe', 'r'], $null, $null], $pipes);
wait_for(static fn (): bool => trim((string) @file_get_contents("$cli->state/aco.sqlite.lock")) !== '');
echo preg_replace('/process \d+/', 'process PID', once($cli));
check('kept for the next time', file_exists("$spool/working/products-4.jsonl"));
fclose($pipes[0]);
proc_close($sync);
echo once($cli, ['--remove-done']);
check('removed', !file_exists("$spool/working/products-4.jsonl") && !file_exists("$spool/done/products-4.jsonl"));

echo "-- the service is down\n";
$cli->stopSandbox();
$cli->write('state/spool/products-5.jsonl', [product('FIVE')]);
$cli->write('state/spool/products-6.jsonl', [product('SIX')]);
echo preg_replace('/delivered: .*? Check/', 'delivered: REASON. Check', once($cli));
check(
    'one is in the table',
    $cli->run(['status', '--json', '--feed=products'])->json()['feeds']['products']['toRetry'] === 1,
);
check('the other one waits', file_exists("$spool/working/products-6.jsonl"));
$events = array_map(static fn (string $line): array => json_decode($line, true), file("$cli->state/log/aco.log"));
$jobs = array_filter(
    $events,
    static fn (array $event): bool => $event['event'] === 'job' && $event['entry'] === 'products-5.jsonl',
);
check('in the log', array_column($jobs, 'level') === ['error'], $jobs);
?>
--EXPECT--
no database [2] There is no database DIR/state/aco.sqlite yet: run config:init for the catalog, experience:config for orders or assets:config for assets first.
an empty database [2] There is no database DIR/empty.sqlite yet: run config:init for the catalog, experience:config for orders or assets:config for assets first.
no folder name [2] --spool must name a folder.
no folder [2] The spool folder DIR/nowhere/spool cannot be created: check its parent folder.
a file [2] The spool folder DIR/file cannot be created: check its parent folder.
-- files
empty:
  products-1.jsonl [0] 
  products-2.jsonl [0] 
  products-3.jsonl [1] Kept as DIR/state/spool/failed/products-3.jsonl, with a report beside it.
  day [0] 
Second 1 First 2 Product THREE, 1 price, 1 book
[{"source":"products-3.jsonl","line":1,"reason":"not JSON (syntax error)"}]
kept: yes
-- not due again at once
nothing ran: yes
still there: yes
-- another sync holds the database
  products-4.jsonl [2] Another sync (process PID) is working on DIR/state/aco.sqlite: wait until it has finished.
kept for the next time: yes
  products-4.jsonl [0] 
removed: yes
-- the service is down
  products-5.jsonl [3] Nothing could be delivered: REASON. Check the address with config:show and the network, or wait until the service works again. 1 item is kept and sent by the next sync.
one is in the table: yes
the other one waits: yes
in the log: yes
