<?php

/**
 * Maps orders one after the other and keeps the events of the last 200, as a sync does; says what memory that takes.
 */

declare(strict_types=1);

use Aco\Bench\Memory;
use Aco\Bench\Orders\OrderSide;

require __DIR__ . '/../autoload.php';
require __DIR__ . '/../../tests/experience/orders.inc';
require __DIR__ . '/../src/Orders/generate.php';

ini_set('memory_limit', '-1');
['side' => $name, 'file' => $file, 'orders' => $count] = json_decode($argv[1], true);
$side = OrderSide::from($name);
$lines = order_lines($file, $count);
$mapper = $side->mapper();
// Code and scratch are there before the measurement begins.
$side->events($mapper, json_decode($lines[0], true), []);
$memory = new Memory();
foreach (array_chunk($lines, 200) as $chunk) {
    $kept = [];
    foreach ($chunk as $line) {
        $kept[] = $side->events($mapper, json_decode($line, true), []);
    }
}
echo json_encode($memory->figures()), "\n";
