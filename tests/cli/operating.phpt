--TEST--
SQLite: status, estimate, cron and the log, as whoever runs a shop uses them
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
require __DIR__ . '/operating.inc';

foreach ([operating(...), one_schedule(...)] as $scenario) {
    $name = (new ReflectionFunction($scenario))->getName();
    $cli = (new Cli())->startSandbox();
    check("$name: config:init", $cli->init()->code === 0);
    ob_start();
    $scenario($cli);
    $lines = explode("\n", trim(ob_get_clean()));
    check("$name: all", count($lines) > 3 && preg_grep('/: NO /', $lines) === [], $lines);
    $cli->stopSandbox();
}
?>
--EXPECT--
operating: config:init: yes
operating: all: yes
one_schedule: config:init: yes
one_schedule: all: yes
