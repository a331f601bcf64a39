--TEST--
cron: one instance for a database; a signal ends it in the middle of a sync, and nothing is lost
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason() ?: (
    function_exists('pcntl_signal')
    && function_exists('posix_kill') ? '' : 'skip pcntl or posix is missing'
);
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

/** Starts the schedule, and returns the process with its id. */
function cron(Cli $cli)
{
    $process = $cli->start(['cron'], [], [
        ['file', '/dev/null', 'r'],
        ['file', "$cli->dir/out", 'w'],
        ['file', "$cli->dir/err", 'w'],
    ]);
    check('started', wait_for(
        static fn (): bool => trim((string) @file_get_contents("$cli->state/aco.sqlite.cron.lock")) !== '',
    ));

    return $process;
}

function stop($process, int $signal): void
{
    $start = microtime(true);
    posix_kill(proc_get_status($process)['pid'], $signal);
    $code = proc_close($process);
    check("ended with $code, in time", microtime(true) - $start < 10, microtime(true) - $start);
}

$cli = (new Cli())->startSandbox();
$cli->init(['requests-per-second' => '2']);
$items = products(1500);
$cli->write('state/spool/products-1.jsonl', $items);
$process = cron($cli);
check('it works', wait_for(static fn (): bool => count($cli->held('products')) >= 300));

$result = $cli->run(['cron']);
show(new Result($result->code, '', preg_replace('/process \d+/', 'process PID', $result->err)), $cli, 'another');
$result = $cli->run(['cron', '--once', '--json']);
echo $result->code, ' ', json_encode($result->json()), "\n";

stop($process, SIGTERM);
$held = count($cli->held('products'));
check('in the middle', $held < 1500, $held);
check('the file is kept', file_exists("$cli->state/spool/working/products-1.jsonl"));
check(
    'lock released',
    trim(file_get_contents("$cli->state/aco.sqlite.cron.lock")) === ''
        && trim(file_get_contents("$cli->state/aco.sqlite.lock")) === '',
);

echo "-- the next one goes on, and ends while it waits\n";
$cli->run(['config:init', '--requests-per-second=0']);
$process = cron($cli);
check('done', wait_for(static fn (): bool => file_exists("$cli->state/spool/done/products-1.jsonl")));
check('exactly the source', array_column($cli->held('products'), 'sku') === array_column($items, 'sku'));
usleep(200000);
stop($process, SIGINT);
$events = array_map(static fn (string $line): array => json_decode($line, true), file("$cli->state/log/aco.log"));
echo implode(', ', array_column(
    array_filter($events, static fn (array $event): bool => $event['event'] === 'cron'),
    'message',
)),
    "\n";
?>
--EXPECT--
started: yes
it works: yes
another [2] Another cron (process PID) is working on DIR/state/aco.sqlite: stop it first.
0 {"exitCode":0,"runCount":0,"runs":[]}
ended with 0, in time: yes
in the middle: yes
the file is kept: yes
lock released: yes
-- the next one goes on, and ends while it waits
started: yes
done: yes
exactly the source: yes
ended with 0, in time: yes
started, stopped by a signal, started, stopped by a signal
