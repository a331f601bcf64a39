--TEST--
sync: ^C and SIGTERM end it with one sentence, a document and a line of the log; the same command goes on; nohup holds
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason() ?: (extension_loaded('pcntl') && extension_loaded('posix') ? '' : 'skip needs pcntl and posix');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
// Some go out at once, the rest would take minutes.
$cli->init(['requests-per-second' => '0.2']);
$items = products(2000);
$path = $cli->write('products.jsonl', $items);
$log = static fn (): array => array_values(array_filter(
    array_map(static fn (string $line): array => json_decode($line, true), file("$cli->state/log/aco.log")),
    static fn (array $event): bool => $event['event'] === 'command' && $event['command'] === 'sync',
));

/** Starts a sync, and stops it when the sandbox has seen something. */
$stop = static function (int $signal, array $options) use ($cli, $path): Result {
    [$out, $err] = [tmpfile(), tmpfile()];
    $before = $cli->ingestionRequests();
    $process = $cli->start(['sync', $path, ...$options], [], [['file', '/dev/null', 'r'], $out, $err]);
    for ($tries = 0; $cli->ingestionRequests() === $before && $tries < 1000; $tries++) {
        usleep(20_000);
    }
    usleep(300_000);
    $start = microtime(true);
    proc_terminate($process, $signal);
    while (($status = proc_get_status($process))['running'] && microtime(true) - $start < 30) {
        usleep(5000);
    }
    proc_terminate($process, SIGKILL);
    check('in time', microtime(true) - $start < 5, microtime(true) - $start);
    rewind($out);
    rewind($err);

    return new Result($status['exitcode'], stream_get_contents($out), stream_get_contents($err));
};

show($stop(SIGTERM, []), $cli, 'SIGTERM');
$cli->init(['requests-per-second' => '0.2', 'concurrency' => '2']);
$result = $stop(SIGINT, ['--json']);
show($result, $cli, 'SIGINT');
echo $result->out;
foreach ($log() as $event) {
    echo "$event[level] $event[exitCode] $event[message]\n";
}

echo "-- it goes on\n";
$held = count($cli->held('products'));
check('in the middle', $held > 0 && $held < 2000, $held);
$cli->init(['requests-per-second' => '0']);
$result = $cli->run(['sync', $path, '--json']);
check('exit code', $result->code === 0, $result->err);
check('exactly the source', count($cli->held('products')) === 2000);

echo "-- a signal that is ignored\n";
$plain = clone $cli;
$line = ROOT . '/bin/aco sync --force --full products.jsonl & kill -INT $!; wait $!';
$plain->command = ['/bin/sh', '-c', "trap '' INT; $line"];
echo $plain->run([])->code, "\n";
?>
--EXPECT--
in time: yes
SIGTERM [143] Stopped by SIGTERM: what was delivered is recorded, the rest is kept. Run the same command again to go on.
in time: yes
SIGINT [130] Stopped by SIGINT: what was delivered is recorded, the rest is kept. Run the same command again to go on.
{
    "error": {
        "exitCode": 130,
        "message": "Stopped by SIGINT: what was delivered is recorded, the rest is kept. Run the same command again to go on."
    }
}
warning 143 Stopped by SIGTERM: what was delivered is recorded, the rest is kept. Run the same command again to go on.
warning 130 Stopped by SIGINT: what was delivered is recorded, the rest is kept. Run the same command again to go on.
-- it goes on
in the middle: yes
exit code: yes
exactly the source: yes
-- a signal that is ignored
0
