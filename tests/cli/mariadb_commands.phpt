--TEST--
MariaDB: the commands do there what they do on SQLite
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
foreach ([resending(...), resyncing(...), switching_scopes(...), cleaning_up(...)] as $scenario) {
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
resending: config:init: yes
resending: all: yes
resending: no file was made: yes
resyncing: config:init: yes
resyncing: all: yes
resyncing: no file was made: yes
switching_scopes: config:init: yes
switching_scopes: all: yes
switching_scopes: no file was made: yes
cleaning_up: config:init: yes
cleaning_up: all: yes
cleaning_up: no file was made: yes
