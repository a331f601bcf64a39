--TEST--
MySQL: connections that the server ends because they were idle are made again, and a lease that was lost meanwhile is missed
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
require __DIR__ . '/frozen_sync.inc';
echo skip_reason() ?: FrozenSync::skipReason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
require __DIR__ . '/frozen_sync.inc';
require __DIR__ . '/serve.inc';

const IDLE_SECONDS = 0.5;
const PAUSE_MICROSECONDS = 1_500_000;

$server = new MariaDb();
$cli = (new Cli())->useDatabase($server->databaseOfMysql(IDLE_SECONDS))->startSandbox();
check('config:init', $cli->init()->code === 0);

echo "-- standard input pauses\n";
$report = ["$cli->dir/out", "$cli->dir/err"];
$files = [['file', $report[0], 'w'], ['file', $report[1], 'w']];
$sync = $cli->start(['sync', '--feed=products', '-', '--json'], [], [['pipe', 'r'], ...$files], $pipes);
foreach (array_chunk(products(900), 300) as $some) {
    fwrite($pipes[0], lines($some));
    usleep(PAUSE_MICROSECONDS);
}
fclose($pipes[0]);
$result = new Result(proc_close($sync), ...array_map(file_get_contents(...), $report));
check('all is sent', $result->code === 0 && $result->feed('products')['accepted'] === 900, $result);

echo "-- the process pauses\n";
$cli->fault(['match' => ['path' => '/v1/catalog/products$'], 'fault' => ['type' => 'delay', 'ms' => 100]]);
$path = $cli->write('products.jsonl', products(900, 'Other'));
$sync = $cli->start(['sync', $path, '--json'], [], [['file', '/dev/null', 'r'], ...$files]);
$cli->waitForRequests(2);
posix_kill(proc_get_status($sync)['pid'], SIGSTOP);
usleep(PAUSE_MICROSECONDS);
posix_kill(proc_get_status($sync)['pid'], SIGCONT);
$result = new Result(proc_close($sync), ...array_map(file_get_contents(...), $report));
check('all is sent', $result->code === 0 && $result->feed('products')['accepted'] === 900, $result);
$cli->clearFaults();

echo "-- nobody asks for a while\n";
$served = new Served($cli);
$served->start();
foreach ([0, PAUSE_MICROSECONDS] as $pause) {
    usleep($pause);
    $answer = $served->get('/');
    check('a page', $answer->code === 200, $answer);
}
echo $served->stop(), "\n";

echo "-- another node takes over\n";
$sync = new FrozenSync(IDLE_SECONDS);
$sync->freeze();
$sync->takeOver();
$sync->thaw();
check('the next one sends what it had in flight', $sync->cli->run(['sync', $sync->newer])->code === 0);
$sync->checkWhatIsHeld();
?>
--EXPECT--
config:init: yes
-- standard input pauses
all is sent: yes
-- the process pauses
all is sent: yes
-- nobody asks for a while
a page: yes
a page: yes
exit code 0
-- another node takes over
config:init: yes
it sends: yes
another node takes over: yes
within 45 seconds: yes
[2] This process has lost the lease "sync" to another, because it did not respond for 20 seconds: what was delivered is recorded, the rest is kept, and the other one goes on with it.
the next one sends what it had in flight: yes
the service holds what is newer: yes
