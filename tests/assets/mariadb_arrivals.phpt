--TEST--
Journal, import, repair and another rule on MariaDB
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
require __DIR__ . '/../cli/mariadb.inc';
echo skip_reason() ?: MariaDb::skipReason() ?: (function_exists('posix_kill') ? '' : 'skip posix is missing');
?>
--FILE--
<?php
require __DIR__ . '/library.inc';
require __DIR__ . '/../cli/mariadb.inc';

mt_srand($seed = random_int(1, 999_999));
$server = new MariaDb();
$cli = (new Cli())->startSandbox()->useDatabase($server->database('arrivals'));
library_shop($cli, ['--journal-limit=40', '--search-limit=20']);
$events = arriving(300, $seed);
through_journal($cli, $events, 3, 0.2, 0.8);
echo 'journal: ', unlike_the_model($cli, $events) === [] ? 'as the model' : "seed $seed", "\n";

$cli = (new Cli())->useDatabase($server->database('library'));
$cli->startSandbox();
library_shop($cli, ['--search-limit=20']);
$assets = [];
for ($i = 0; $i < 200; $i++) {
    $assets["a$i"] = library_asset("a$i", ["S$i"], $i, ['my:skus' => $i < 10 ? ["T$i"] : ["S$i"]]);
}
library($cli, array_values($assets));
killed_import($cli, 3, 0.4, ['--defer']);
echo 'import: ', json_encode($cli->run(['assets:import', '--json'])->json()['import']['read']), "\n";
$made = drift_away($cli, $assets, 20);
foreach ([['assets:import'], ['assets:import', '--repair'], ['assets:import']] as $command) {
    $found = $cli->run([...$command, '--json'])->json()['import'];
    echo "  $found[missing] $found[changed] $found[extra]\n";
}
$sent = $cli->run(['assets:import', '--repair', '--resend', '--json'])->json()['changes']['delivered'];
echo 'sent again: ', $sent >= 190 ? 'all' : $sent, "\n";
$cli->run(['assets:config', '--attribute=my:skus']);
$count = $cli->run(['assets:pull', '--json'])->json()['events']['rematched'];
echo 'another attribute: ', $count > 0 && $count <= 30 ? 'few' : $count, "\n";
?>
--EXPECT--
journal: as the model
import: 200
  5 5 10
  5 5 10
  0 0 0
sent again: all
another attribute: few
