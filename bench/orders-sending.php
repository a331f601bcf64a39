<?php

/**
 * Compares what it costs to make events of orders and send them to a real nginx: the extension and a careful sender in
 * PHP.
 */

declare(strict_types=1);

use Aco\Bench\Command;
use Aco\Bench\Options;
use Aco\Bench\Orders\Sending;

require __DIR__ . '/autoload.php';

const USAGE = <<<'TEXT'
    Usage: bench/orders-sending [--file FILE] [--orders N] [--concurrency N] [--rounds N] [--json]

      --file FILE      orders.jsonl (default: 200 generated orders)
      --orders N       orders to send: those of the file, repeated with new ids and numbers (default 20000)
      --concurrency N  requests in flight (default 4)
      --rounds N       rounds for each side; the median counts (default 5)
      --json           print one JSON document instead of a table

    TEXT;

$options = Options::read(
    USAGE,
    ['file' => null, 'orders' => 20_000, 'concurrency' => 4, 'rounds' => 5, 'json' => false],
    array_slice($argv, 1),
);

Command::run(static function () use ($options): void {
    $report = ['php' => PHP_VERSION, 'aco' => Aco\VERSION] + $options
        + Sending::measure($options['file'], $options['orders'], $options['rounds'], $options['concurrency']);
    if ($options['json']) {
        echo json_encode($report, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR), "\n";

        return;
    }
    printf(
        "PHP %s, aco %s, %d orders, %d events, %.1f MB in %d requests, %d in flight, medians of %d pairs\n\n",
        PHP_VERSION,
        Aco\VERSION,
        $options['orders'],
        $report['events'],
        $report['bodyBytes'] / 1e6,
        $report['requests'],
        $options['concurrency'],
        $options['rounds'],
    );
    printf("%-28s %12s %12s %8s  %s\n", '', 'ours', 'reference', 'ratio', 'lowest to highest');
    foreach (['ordersPerSecond' => ['orders a second', 1]] + Sending::ROWS as $name => [$label, $unit]) {
        $row = $report['figures'][$name];
        printf(
            "%-28s %12s %12s %7.2fx  %.2fx to %.2fx\n",
            $label,
            round($row['ours'] / $unit, $name === 'ordersPerSecond' ? 0 : 2),
            round($row['reference'] / $unit, $name === 'ordersPerSecond' ? 0 : 2),
            $row['ratio'],
            $row['low'],
            $row['high'],
        );
    }
});
