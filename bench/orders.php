<?php

/**
 * Compares the mapping of orders to events with the reference in PHP: first that both make the same events, then time
 * and memory.
 */

declare(strict_types=1);

use Aco\Bench\Command;
use Aco\Bench\Median;
use Aco\Bench\Options;
use Aco\Bench\Orders\OrderSide;
use Aco\Bench\Process;

require __DIR__ . '/autoload.php';
require __DIR__ . '/../tests/experience/orders.inc';
require __DIR__ . '/src/Orders/generate.php';

const USAGE = <<<'TEXT'
    Usage: bench/orders [--file FILE] [--orders N] [--rounds N] [--json]

      --file FILE   orders.jsonl (default: generated orders)
      --orders N    orders to generate, or to take from the file, repeatedly if it has fewer (default 2000)
      --rounds N    rounds for each side; the median counts (default 7)
      --json        print one JSON document instead of text

    TEXT;

$options = Options::read(
    USAGE,
    ['file' => null, 'orders' => 2000, 'rounds' => 7, 'json' => false],
    array_slice($argv, 1),
);

Command::run(static function () use ($options): void {
    $lines = order_lines($options['file'], $options['orders']);
    $events = $bytes = 0;
    $mappers = [];
    foreach (OrderSide::cases() as $side) {
        $mappers[$side->value] = $side->mapper();
    }
    foreach (array_unique($lines) as $n => $line) {
        $order = json_decode($line, true);
        $outcomes = array_map(
            static fn (OrderSide $side): array => $side->outcome($mappers[$side->value], $order),
            OrderSide::cases(),
        );
        if ($outcomes[0] !== $outcomes[1]) {
            throw new RuntimeException(
                "Order $n differs:\n" . json_encode($outcomes[0]) . "\n" . json_encode($outcomes[1]),
            );
        }
        $events += count($outcomes[0]);
        $bytes += strlen(implode('', array_column($outcomes[0], 'json')));
    }
    // All events are new, as at the first sight of an order; or all but none were sent, as mostly.
    $times = [];
    for ($round = 0; $round <= $options['rounds']; $round++) {
        foreach (array_chunk($lines, 16) as $chunk) {
            $orders = array_map(static fn (string $line): array => json_decode($line, true), $chunk);
            foreach ($round % 2 === 0 ? OrderSide::cases() : array_reverse(OrderSide::cases()) as $side) {
                $mapper = $mappers[$side->value];
                $sent = [];
                $start = hrtime(true);
                foreach ($orders as $n => $order) {
                    $sent[$n] = $side->events($mapper, $order, []);
                }
                $first = hrtime(true);
                $ids = array_map($side->sent(...), $sent);
                $again = hrtime(true);
                foreach ($orders as $n => $order) {
                    $side->events($mapper, $order, $ids[$n]);
                }
                $times[$round]['first'][$side->value] = ($times[$round]['first'][$side->value] ?? 0) + $first - $start;
                $times[$round]['again'][$side->value] =
                    ($times[$round]['again'][$side->value] ?? 0) + hrtime(true) - $again;
            }
        }
    }
    // The first round warms up caches and the JIT.
    unset($times[0]);
    $report = ['orders' => count($lines), 'events' => $events, 'bytes' => $bytes];
    foreach (['first', 'again'] as $step) {
        foreach (OrderSide::cases() as $side) {
            $report[$step][$side->value] = Median::of(array_map(
                static fn (array $round): float => $round[$step][$side->value] / 1000 / count($lines),
                array_values($times),
            ));
        }
        $report[$step]['ratio'] = Median::of(array_map(
            static fn (array $round): float => $round[$step]['reference'] / $round[$step]['ours'],
            array_values($times),
        ));
    }
    foreach (OrderSide::cases() as $side) {
        $report['memory'][$side->value] = Process::php(__DIR__ . '/workers/orders.php', [
            'side' => $side->value,
            'file' => $options['file'],
            'orders' => $options['orders'],
        ])->result();
    }
    if ($options['json']) {
        echo json_encode($report, JSON_PRETTY_PRINT), "\n";

        return;
    }
    printf("%d orders, %d events of the different ones (%d bytes), the same on both sides\n\n", $report['orders'], $events, $bytes);
    printf("%-34s %10s %10s %7s\n", 'microseconds an order', 'ours', 'reference', 'ratio');
    foreach (['first' => 'all events are new', 'again' => 'all events were sent before'] as $step => $label) {
        printf(
            "%-34s %10.2f %10.2f %6.1fx\n",
            $label,
            $report[$step]['ours'],
            $report[$step]['reference'],
            $report[$step]['ratio'],
        );
    }
    $memory = ['rssGrowthKb' => 'memory of the process, KiB', 'phpGrowthKb' => "PHP's own memory, KiB"];

    foreach ($memory as $figure => $label) {
        printf(
            "%-34s %10d %10d\n",
            $label,
            $report['memory']['ours'][$figure],
            $report['memory']['reference'][$figure],
        );
    }
});
