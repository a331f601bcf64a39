<?php

/** Runs the scenario of commerce/test/run: php scenario.php PROJECT SHOP WORK MODULE KILLS STEPS */

declare(strict_types=1);

require __DIR__ . '/harness.php';

[, $project, $shop, $work, $module, $kills, $steps] = $argv;
$php = [PHP_BINARY, '-d', 'memory_limit=2G', '-d', "extension=$module", '-d', "aco.state_dir=$work/state"];
$failed = 0;

$port = startSandbox($project, $work);

act('dropTests');
act(['begin'], ['connect', $work, (string) $port], ['products', '1', '40']);
act('cron');
compare('first sync');
if ($failed > 0) {
    exit(1);
}
expectRequests('unchanged reindex', 0, static fn () => act('reindex'));

$items = (int) act('assemble');
check("$items items are assembled as the framework assembles them", $items > 0);

foreach (explode(',', $steps) as $step) {
    require __DIR__ . '/steps/' . basename($step) . '.php';
}

act('dropTests');
act('cron');
compare('all of it removed');

echo $failed === 0 ? "all as expected\n" : "$failed not as expected\n";
exit($failed === 0 ? 0 : 1);
