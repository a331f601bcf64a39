<?php

/**
 * Imports all assets of AEM from the sandbox, killed at random moments: is the index that of an import that nobody has
 * disturbed? Then assets change without an event: are exactly these found, and mended by as many writes?
 */

declare(strict_types=1);

use Aco\Bench\Command;
use Aco\Bench\Goals;
use Aco\Bench\Options;

require __DIR__ . '/../cli/vendor/autoload.php';
require __DIR__ . '/autoload.php';
require __DIR__ . '/../tests/assets/library.inc';

const USAGE = <<<'TEXT'
    Usage: bench/assets-import [--assets N] [--kills N] [--differences N] [--seed N] [--json]

      --assets N       assets in AEM (default 100000)
      --kills N        kills of the import (default 30)
      --differences N  assets that change without an event (default 1000)
      --seed N         the same as in an earlier run (default: random)
      --json           print one JSON document instead of text

    TEXT;

$options = Options::read(
    USAGE,
    ['assets' => 100_000, 'kills' => 30, 'differences' => 1000, 'seed' => random_int(1, 999_999), 'json' => false],
    array_slice($argv, 1),
);

Command::run(static function () use ($options): void {
    mt_srand($options['seed']);
    $cli = (new Cli())->startSandbox();
    library_shop($cli, ['--search-limit=500']);
    $assets = [];
    for ($i = 0; $i < $options['assets']; $i++) {
        $skus = ["S$i", 'S' . mt_rand(0, $options['assets'])];
        $assets["a$i"] = library_asset("a$i", $skus, $i % 80_000, ['commerce:positions' => [1, mt_rand(0, 9)]]);
    }
    library($cli, array_values($assets));

    $start = microtime(true);
    $import = $cli->run(['assets:import', '--defer', '--json'])->json()['import'];
    $seconds = microtime(true) - $start;
    $goals = new Goals();
    $goals->atLeast('assets read', $options['assets'], $import['read']);

    $other = new Cli();
    $other->sandbox = $cli->sandbox;
    library_shop($other, ['--search-limit=500']);
    // Kills are spread over what one import takes, and leave a part of it to the last process.
    $kills = killed_import($other, $options['kills'], 1.6 * $seconds / max(1, $options['kills']), ['--defer']);
    $last = $other->run(['assets:import', '--defer', '--json'])->json()['import'];
    $goals->atLeast('kills', $options['kills'], $kills);
    $goals->atMost('indexes that differ', 0, kept($cli) === kept($other) && $last['complete'] ? 0 : 1);

    $made = drift_away($cli, $assets, $options['differences']);
    $found = $cli->run(['assets:import', '--json', '--defer'])->json()['import'];
    foreach ($made as $kind => $count) {
        $goals->atLeast("$kind found", $count, $found[$kind]);
        $goals->atMost("$kind found", $count, $found[$kind]);
    }
    $mended = $cli->run(['assets:import', '--repair', '--defer', '--json'])->json();
    // Assets that lose or get a role by it are touched as well, but events are applied to these alone.
    $goals->atMost('assets mended', array_sum($made), $mended['events']['applied']);
    $left = $cli->run(['assets:import', '--json', '--defer'])->json()['import'];
    $goals->atMost('differences left', 0, $left['missing'] + $left['changed'] + $left['extra']);
    $fresh = new Cli();
    $fresh->sandbox = $cli->sandbox;
    library_shop($fresh, ['--search-limit=500']);
    $fresh->run(['assets:import', '--defer']);
    $goals->atMost('unlike a fresh import', 0, wanted($cli) === wanted($fresh) ? 0 : 1);

    $report = ['seed' => $options['seed'], 'importSeconds' => round($seconds, 1), 'kills' => $kills, 'made' => $made,
        'found' => array_intersect_key($found, $made)];
    if (!$options['json']) {
        echo json_encode($report), "\n";
    }
    $goals->conclude(['options' => $options] + $report, $options['json']);
});
