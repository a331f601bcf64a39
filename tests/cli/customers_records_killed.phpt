--TEST--
customers:sync killed at random moments: every profile record arrives, and each kill repeats one request at most
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason() ?: (function_exists('posix_kill') ? '' : 'skip posix_kill() is missing');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/customers.inc';

const CUSTOMERS = 2000;
const KILLS = 8;
const PER_REQUEST = 200;

$cli = (new Cli())->startSandbox(['--org', ORGANIZATION]);
configure($cli);
$cli->init();
$cli->run(['experience:config', '--profile-dataset-id=people', '--profile-schema-id=' . SCHEMA,
    '--profile-inlet-id=inlet', "--streaming-url={$cli->sandbox['url']}"]);
$file = $cli->write('customers.jsonl', array_map(customer(...), range(1, CUSTOMERS)));
$cli->fault(['match' => ['path' => '/batch/'], 'fault' => ['type' => 'delay', 'ms' => 40]]);
$cli->command = [PHP_BINARY, '-d', 'extension=' . ROOT . '/modules/aco.so', ROOT . '/cli/aco.php'];

mt_srand(7);
$killed = 0;
for ($i = 0; $i < KILLS; $i++) {
    $process = $cli->start(['customers:sync', $file], [], [['null'], ['null'], ['null']]);
    usleep(mt_rand(150_000, 700_000));
    $status = proc_get_status($process);
    $killed += $status['running'] && posix_kill($status['pid'], 9) ? 1 : 0;
    proc_close($process);
}
// What a killed client has sent may still be on its way.
usleep(200_000);
check('killed', $killed > 0);

$result = $cli->run(['customers:sync', $file, '--json']);
check('the last run is done', $result->code === 0);
$held = held_records($cli);
check('all are there', count($held) === CUSTOMERS);
check('as they are', array_sum(array_column($held, 'changes')) === 0);
$repeated = array_sum(array_column($held, 'deliveries')) - CUSTOMERS;
check('few are repeated', $repeated <= $killed * PER_REQUEST);
$rows = $cli->rows('aco_profile_records');
check('all are delivered', array_unique(array_column($rows, 'status')) === [200]);
check('no bodies are kept', array_filter(array_column($rows, 'payload')) === []);
echo 'again ', sync_customers($cli, [customer(1), customer(CUSTOMERS)]);
?>
--EXPECT--
killed: yes
the last run is done: yes
all are there: yes
as they are: yes
few are repeated: yes
all are delivered: yes
no bodies are kept: yes
again [0] {"read":2,"recordsUnchanged":2}
