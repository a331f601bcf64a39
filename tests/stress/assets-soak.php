<?php

/**
 * Works off events of assets that arrive repeated and in another order, while it is killed, and compares what was
 * written with what a simple model says.
 */

declare(strict_types=1);

use Aco\Bench\Assets\Events;
use Aco\Bench\CannotRun;
use Aco\Bench\Command;
use Aco\Bench\Options;
use Aco\Bench\TemporaryFolder;
use Aco\Stress\Assets\Soak;

require __DIR__ . '/../../cli/vendor/autoload.php';
require __DIR__ . '/../../bench/autoload.php';
require __DIR__ . '/../cli/cli.inc';
require __DIR__ . '/../cli/mariadb.inc';

const USAGE = <<<'TEXT'
    Usage: tests/stress/run assets-soak [--events N] [--kills N] [--unit asset|product] [--stepwise] [--faults SHARE]
                                        [--seed N] [--mariadb]

      --events N      events (default 100000)
      --kills N       how often to kill the process (default 0)
      --unit UNIT     what is written at once: asset (default) or product
      --stepwise      the sink takes upserts and removals one by one instead of complete states
      --faults SHARE  share of the writes that fail (default 0.05)
      --seed N        the same events as in an earlier run (default: random)
      --mariadb       tables in a MariaDB server that is started in a temporary folder

    TEXT;

$options = Options::read(
    USAGE,
    ['events' => 100_000, 'kills' => 0, 'unit' => 'asset', 'stepwise' => false, 'faults' => 0.05,
        'seed' => random_int(1, 999_999), 'mariadb' => false],
    array_slice($argv, 1),
);

Command::run(static function () use ($options): void {
    $folder = new TemporaryFolder();
    $dsn = 'sqlite:' . $folder->folder('index') . '/index.sqlite';
    if ($options['mariadb']) {
        $reason = MariaDb::skipReason();
        if ($reason !== '') {
            throw new CannotRun("tests/stress/run assets-soak: $reason");
        }
        $server = new MariaDb();
        foreach ($server->database() as $name => $value) {
            putenv("$name=$value");
        }
        $dsn = getenv('ACO_DSN');
    }
    $events = new Events(
        $options['events'],
        $options['seed'],
        intdiv($options['events'], 20) + 1,
        intdiv($options['events'], 25) + 1,
    );
    $soak = new Soak($events, $folder->folder('soak'), ['dsn' => $dsn] + array_intersect_key(
        $options,
        ['unit' => 1, 'stepwise' => 1, 'faults' => 1],
    ));
    $start = microtime(true);
    // About what a process takes for all of it: kills are spread over that.
    $counts = $soak->run($options['kills'], $options['events'] * 0.0005);
    $seconds = microtime(true) - $start;
    $differences = $soak->differences();
    printf(
        "seed %d, %d kills (%d before the end), %.0f s: %d events, %d products with media\nlast process: %s\n",
        $options['seed'],
        $options['kills'],
        $soak->hits,
        $seconds,
        $options['events'],
        $soak->products(),
        json_encode($counts),
    );
    if ($differences !== []) {
        throw new RuntimeException("the sink does not hold what the model says:\n" . implode("\n", $differences));
    }
    echo "the sink holds exactly what the model says\n";
});
