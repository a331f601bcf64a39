<?php

/**
 * Delivers a catalog to a sandbox, then syncs it again: no request must be made. Says what that costs beside the same
 * in PHP.
 */

declare(strict_types=1);

use Aco\Bench\Command;
use Aco\Bench\Items;
use Aco\Bench\Options;
use Aco\Bench\Resync;

require __DIR__ . '/autoload.php';

const USAGE = <<<'TEXT'
    Usage: bench/sync [--items DIR] [--rounds N] [--json]

      --items DIR  folder of <feed>.jsonl files (default: the sample catalog)
      --rounds N   rounds for each side; the median counts (default 7)
      --json       print one JSON document instead of a table

    TEXT;

$options = Options::read(USAGE, ['items' => null, 'rounds' => 7, 'json' => false], array_slice($argv, 1));

Command::run(static function () use ($options): void {
    $result = Resync::measure(Items::from($options['items']), $options['rounds']);
    if ($options['json']) {
        echo json_encode($result, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR) . "\n";
    } else {
        printf(
            "%s items, %s unchanged, %d requests\n\n",
            number_format($result['items']),
            number_format($result['unchanged']),
            $result['requests'],
        );
        printf("%-40s %12s %12s %7s\n", 'CPU, milliseconds', 'ours', 'reference', 'ratio');
        $rows = $result['feeds'] + [
            'mapping, hashing, comparing of all' => $result['all'],
            'the whole command' => $result['command'],
        ];
        foreach ($rows as $label => $times) {
            printf(
                "%-40s %12.1f %12.1f %6.1fx\n",
                $label,
                $times['ours'] * 1000,
                $times['reference'] * 1000,
                $times['ratio'],
            );
        }
    }
    exit($result['requests'] === 0 ? 0 : 1);
});
