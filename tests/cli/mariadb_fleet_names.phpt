--TEST--
fleet on MariaDB: folders whose names differ by case or accents are tenants of their own; one that the table cannot hold is left out
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
echo skip_reason() ?: MariaDb::skipReason() ?: (is_executable('/usr/bin/timeout') ? '' : 'skip timeout is missing');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';

$server = new MariaDb();
$cli = new Cli();
$control = $server->database('control');
foreach (['Shop', 'shop', 'shöp', 'shop ', "\xff", str_repeat('n', 200), '1'] as $name) {
    mkdir("$cli->dir/tenants/$name", 0700, true);
    touch("$cli->dir/tenants/$name/aco.sqlite");
}
$process = $cli->start(
    ['fleet', "$cli->dir/tenants", '--workers=1'],
    $control,
    [['file', '/dev/null', 'r'], ['file', "$cli->dir/out", 'w'], ['file', "$cli->dir/err", 'w']],
);
for ($try = 0; $try < 300 && !str_contains((string) file_get_contents("$cli->dir/out"), 'took'); $try++) {
    usleep(100_000);
}
proc_terminate($process);
proc_close($process);

preg_match_all('/the workspace .{1,20}|took \d/', file_get_contents("$cli->dir/out"), $lines);
sort($lines[0]);
echo implode("\n", $lines[0]), "\n";
$status = $cli->run(['fleet:status', "$cli->dir/tenants", '--json'], $control);
echo json_encode(array_column($status->json()['tenants'], 'tenant'), JSON_UNESCAPED_UNICODE), "\n";
?>
--EXPECT--
the workspace ? is left out, as In
the workspace nnnnnnnnnnnnnnnnnnnn
the workspace shop  is left out, a
took 4
["1","Shop","shop","shöp"]
