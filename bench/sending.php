<?php

/**
 * Compares what it costs to send products to a real nginx: the extension and a careful sender in PHP.
 */

declare(strict_types=1);

use Aco\Bench\Command;
use Aco\Bench\Goals;
use Aco\Bench\Items;
use Aco\Bench\Options;
use Aco\Bench\Sending\Comparison;
use Aco\Bench\Sending\Sending;

require __DIR__ . '/autoload.php';

const USAGE = <<<'TEXT'
    Usage: bench/sending [--items DIR] [--products N] [--concurrency N] [--rounds N] [--reference-level N] [--json]

      --items DIR          folder with products.jsonl (default: the sample catalog)
      --products N         products to send, a multiple of 100 (default 100000)
      --concurrency N      requests in flight (default 4)
      --rounds N           rounds for each side; the median counts (default 3)
      --reference-level N  compression level of the reference's gzencode() (default 6, which is PHP's)
      --json               print one JSON document instead of a table

    TEXT;

$options = Options::read(
    USAGE,
    [
        'items' => null, 'products' => 100_000, 'concurrency' => 4, 'rounds' => 3, 'reference-level' => 6,
        'json' => false,
    ],
    array_slice($argv, 1),
);

Command::run(static function () use ($options): void {
    [$figures, $requestKb] = Sending::measure(
        Items::from($options['items']),
        $options['products'],
        $options['rounds'],
        $options['concurrency'],
        $options['reference-level'],
    );

    if (!$options['json']) {
        $head = "PHP %s, aco %s, %d products, %d in flight, medians of %d rounds\n\n";
        printf($head, PHP_VERSION, Aco\VERSION, $options['products'], $options['concurrency'], $options['rounds']);
        printf("%-28s %12s %12s %8s\n", '', 'ours', 'reference', 'ratio');
        foreach (Comparison::ROWS as $name => [$label, $unit]) {
            $row = $figures[$name];
            printf(
                "%-28s %12s %12s %7.2fx\n",
                $label,
                round($row['ours'] / $unit, 2),
                round($row['reference'] / $unit, 2),
                $row['ratio'],
            );
        }
        $head = "\nOne request of libcurl with TLS and HTTP/2, and nothing else, takes %.2f MB.\n\n";
        printf($head, $requestKb / 1024);
    }
    $goals = new Goals();
    $goals->atLeast('CPU: reference / ours', 4.0, $figures['cpu']['ratio']);
    $goals->atLeast('peak memory growth: reference / ours', 4.0, $figures['rssGrowthKb']['ratio']);
    $goals->conclude(
        $options + ['php' => PHP_VERSION, 'aco' => Aco\VERSION, 'figures' => $figures, 'requestKb' => $requestKb],
        $options['json'],
    );
});
