<?php

/**
 * What a sync of ten thousand, a hundred thousand and a million prices costs for each of them: all new, and all
 * unchanged beside the same in PHP.
 */

declare(strict_types=1);

use Aco\Bench\Command;
use Aco\Bench\Options;
use Aco\Bench\Scale\GrowingShop;
use Aco\Bench\Scale\Growth;

require __DIR__ . '/autoload.php';

const USAGE = <<<'TEXT'
    Usage: bench/scale [--items LIST] [--rounds N] [--mariadb] [--array] [--json FILE]

      --items LIST  numbers of prices (default 10000,100000,1000000)
      --rounds N    runs in which nothing has changed, for each side; the median counts (default 3)
      --mariadb     tables in a MariaDB server of its own (default: SQLite)
      --array       one JSON array instead of JSON lines
      --json FILE   also write the figures to this file

    A local nginx accepts the prices and does not look at them. The CPU time is that of the command alone. Exit code
    0: measured, 1: a run failed or memory grows with the number of items, 2: it cannot be run so or here.

    TEXT;

$defaults = ['items' => '10000,100000,1000000', 'rounds' => 3, 'mariadb' => false, 'array' => false, 'json' => null];
$options = Options::read(USAGE, $defaults, array_slice($argv, 1));

Command::run(static function () use ($options): void {
    $sizes = array_map('intval', explode(',', $options['items']));
    sort($sizes);
    $growth = new Growth();
    printf(Growth::HEADLINE);

    foreach ($sizes as $size) {
        $shop = new GrowingShop($size, $options['mariadb'], $options['array']);
        echo $growth->add($size, $shop->first(), $shop->unchanged($options['rounds']));
    }

    echo "\n", $growth->verdict();
    if ($options['json'] !== null) {
        file_put_contents($options['json'], \Aco\Bench\Record::json($growth->data()) . "\n");
    }
    exit($growth->isFlat() ? 0 : 1);
});
