--TEST--
The time limit of PHP ends a wait
--EXTENSIONS--
aco
pcntl
posix
--SKIPIF--
<?php
if (!function_exists('proc_open')) die('skip proc_open() is disabled');
if (PHP_ZTS) die('skip the limit has a timer of its own');
?>
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new TestServer(['default' => ['how' => 'hang']]);
// On Linux the limit counts processor time, of which a wait takes none: its signal is sent by hand.
$before = microtime(true);
[$output, $exit] = run_php(<<<'PHP'
    set_time_limit(20);
    register_shutdown_function(static function (): void {
        echo 'shutdown';
    });
    $client = new Aco\Client(new Aco\Connection(TENANT, 'c', SECRET, $argv[1], imsUrl: $argv[1], transport: new Aco\Transport(proxy: '')), limits());
    $parent = getmypid();
    if (pcntl_fork() === 0) {
        usleep(300_000);
        posix_kill($parent, SIGPROF);
        posix_kill(getmypid(), SIGKILL);
    }
    $client->submit(Aco\Feed::Prices, prices(1));
    echo 'went on';
    PHP, $server->url);
$seconds = microtime(true) - $before;
check(
    'ended by the limit',
    str_contains($output, 'Maximum execution time')
        && str_contains($output, 'shutdown')
        && !str_contains($output, 'went on'),
    $output,
);
check('soon', $seconds < 2.5, $seconds);
echo $exit, "\n";
?>
--EXPECT--
ended by the limit: ok
soon: ok
255
