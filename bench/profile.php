<?php

/**
 * Says what a sync spends its instructions on.
 */

declare(strict_types=1);

use Aco\Bench\CannotRun;
use Aco\Bench\Command;
use Aco\Bench\Instructions\SyncProfile;
use Aco\Bench\Items;
use Aco\Bench\Options;
use Aco\Bench\Record;

require __DIR__ . '/autoload.php';

const USAGE = <<<'TEXT'
    Usage: bench/profile [--items DIR] [--json FILE]

      --items DIR  folder of <feed>.jsonl files (default: the sample catalog)
      --json FILE  also write the figures to this file

    Runs bin/aco sync twice under callgrind, with a sandbox: a first sync, and one in which nothing has changed. Needs
    valgrind.

    TEXT;

$options = Options::read(USAGE, ['items' => null, 'json' => null], array_slice($argv, 1));

Command::run(static function () use ($options): void {
    if ($options['json'] !== null && !is_dir(dirname($options['json']))) {
        throw new CannotRun('There is no folder for ' . $options['json']);
    }
    $profile = SyncProfile::measure(Items::from($options['items']));
    printf("%-42s %22s %22s\n", number_format($profile['items']) . ' items', 'first sync', 'nothing has changed');
    foreach ($profile['first'] as $work => $count) {
        $unchanged = $profile['unchanged'][$work];
        printf("%-42s %14s %5.1f %% %14s %5.1f %%\n", $work, ...[
            number_format($count), 100 * $count / $profile['first']['all'],
            number_format($unchanged), 100 * $unchanged / $profile['unchanged']['all'],
        ]);
    }
    if ($options['json'] !== null) {
        file_put_contents($options['json'], Record::json($profile) . "\n");
    }
});
