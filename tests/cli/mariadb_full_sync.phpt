--TEST--
MariaDB: sync --full deletes there what it does on SQLite
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
echo skip_reason() ?: MariaDb::skipReason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
require __DIR__ . '/scenarios.inc';

$server = new MariaDb();
foreach ([full_sync(...)] as $scenario) {
    $name = (new ReflectionFunction($scenario))->getName();
    $cli = (new Cli())->useDatabase($server->database($name))->startSandbox();
    check("$name: config:init", $cli->init()->code === 0);
    ob_start();
    $scenario($cli);
    $lines = explode("\n", trim(ob_get_clean()));
    check("$name: all", count($lines) > 2 && preg_grep('/: NO /', $lines) === [], $lines);
    check(
        "$name: no file was made",
        !file_exists("$cli->state/aco.sqlite") && !file_exists("$cli->state/aco.sqlite.lock"),
    );
    $cli->stopSandbox();
}
?>
--EXPECT--
full_sync: config:init: yes
full_sync: all: yes
full_sync: no file was made: yes
