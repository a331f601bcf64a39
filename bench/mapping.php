<?php

/**
 * Compares the extension with the rival in PHP: first that both make the same documents, then how long they take.
 */

declare(strict_types=1);

use Aco\Bench\Comparison;
use Aco\Bench\Items;
use Aco\Bench\Measurement;
use Aco\Bench\Options;

require __DIR__ . '/autoload.php';

const USAGE = <<<'TEXT'
    Usage: bench/run [--items DIR] [--ahead N] [--revolutions N] [--rounds N] [--check] [--json]

      --items DIR  folder of <feed>.jsonl files (default: the sample catalog)
      --ahead N    items decoded before they are mapped (default 16)
      --revolutions N  times each side works on the same items in turn (default 5; 1: just decoded)
      --rounds N   rounds a side; the median counts (default 7)
      --check      only compare the documents
      --json       print one JSON document instead of a table

    TEXT;

['items' => $folder, 'ahead' => $ahead, 'revolutions' => $revolutions, 'rounds' => $rounds, 'check' => $check, 'json' => $json] = Options::read(
    USAGE,
    ['items' => null, 'ahead' => 16, 'revolutions' => 5, 'rounds' => 7, 'check' => false, 'json' => false],
    array_slice($argv, 1),
);

ini_set('memory_limit', '-1');
ini_set('serialize_precision', '-1');

try {
    $items = $folder === null ? Items::sample() : Items::of($folder);
    $results = [];
    foreach ($items->feeds() as $feed) {
        $lines = $items->lines($feed);
        if ($lines === []) {
            continue;
        }
        $comparison = new Comparison($feed, $lines);
        if ($comparison->differences !== []) {
            fwrite(STDERR, implode("\n", array_slice($comparison->differences, 0, 10)) . "\n");
            fprintf(STDERR, "%d of %d items of %s differ\n", count($comparison->differences), count($lines), $feed);
            exit(1);
        }
        $result = ['feed' => $feed, 'items' => count($lines), 'bytes' => $comparison->bytes, 'steps' => []];
        if (!$check) {
            $measurement = new Measurement($feed, $lines, Aco\Feed::from($feed)->batchLimit(), $ahead, $revolutions, $rounds);
            $result['steps'] = $measurement->run();
        }
        $results[] = $result;
    }
} catch (RuntimeException $e) {
    fwrite(STDERR, $e->getMessage() . "\n");
    exit(2);
}

$jit = function_exists('opcache_get_status') ? opcache_get_status(false)['jit']['on'] ?? false : false;
if ($json) {
    echo json_encode([
        'php' => PHP_VERSION,
        'aco' => Aco\VERSION,
        'jit' => $jit,
        'rounds' => $rounds,
        'feeds' => $results,
    ], JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR) . "\n";
    exit(0);
}

if ($check) {
    foreach ($results as $result) {
        printf("%-18s %7d items %10d bytes, the same on both sides\n", $result['feed'], $result['items'], $result['bytes']);
    }
    exit(0);
}
printf("PHP %s, JIT %s, aco %s, median of %d rounds\n\n", PHP_VERSION, $jit ? 'on' : 'off', Aco\VERSION, $rounds);
printf("%-18s %7s %10s  %-15s %10s %10s %7s\n", 'feed', 'items', 'bytes', 'step', 'ours µs', 'rival µs', 'ratio');
foreach ($results as $result) {
    $row = sprintf('%-18s %7d %10d', $result['feed'], $result['items'], $result['bytes']);
    foreach ($result['steps'] as $step => $times) {
        printf("%s  %-15s %9.2f %9.2f %6.1fx\n", $row, $step, $times['ours'], $times['rival'], $times['ratio']);
        $row = str_repeat(' ', strlen($row));
    }
}
