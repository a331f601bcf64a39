<?php

/**
 * Compares the extension with the reference in PHP: first that both make the same documents, then how long they take.
 */

declare(strict_types=1);

use Aco\Bench\CannotRun;
use Aco\Bench\Command;
use Aco\Bench\Environment;
use Aco\Bench\Items;
use Aco\Bench\Mapping;
use Aco\Bench\Options;
use Aco\Bench\Work;

require __DIR__ . '/autoload.php';

const USAGE = <<<'TEXT'
    Usage: bench/mapping [--items DIR] [--ahead N[,N]] [--rounds N] [--check] [--json]

      --items DIR      folder of <feed>.jsonl files (default: the sample catalog)
      --ahead N[,N]    items to decode before they are mapped (default 16,100,500)
      --rounds N       rounds for each side; the median counts (default 7)
      --check          only compare the documents
      --json           print one JSON document instead of a table

    TEXT;

[
    'items' => $folder, 'ahead' => $ahead, 'rounds' => $rounds, 'check' => $check, 'json' => $json,
] = Options::read(
    USAGE,
    ['items' => null, 'ahead' => implode(',', Work::AHEAD), 'rounds' => 7, 'check' => false, 'json' => false],
    array_slice($argv, 1),
);

Command::run(static function () use ($folder, $ahead, $rounds, $check, $json): void {
    if (preg_match('/^[1-9]\d{0,5}(,[1-9]\d{0,5})*$/D', $ahead) !== 1) {
        throw new CannotRun('--ahead takes numbers of items, such as 16,100');
    }
    $results = (new Mapping($rounds, array_map(intval(...), explode(',', $ahead))))->run(Items::from($folder), !$check);
    if ($json) {
        echo json_encode([
            'php' => PHP_VERSION,
            'aco' => Aco\VERSION,
            'jit' => Environment::hasJit(),
            'rounds' => $rounds,
            'feeds' => $results,
        ], JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR) . "\n";

        return;
    }
    if ($check) {
        foreach ($results as $result) {
            printf("%-18s %7d items %10d bytes, the same on both sides\n", $result['feed'], $result['items'], $result['bytes']);
        }

        return;
    }
    printf("PHP %s, JIT %s, aco %s, median of %d rounds\n\n", PHP_VERSION, Environment::hasJit() ? 'on' : 'off', Aco\VERSION, $rounds);
    printf(
        "%-18s %7s %10s  %-26s %10s %13s %7s\n",
        'feed',
        'items',
        'bytes',
        'step',
        'ours µs',
        'reference µs',
        'ratio',
    );
    foreach ($results as $result) {
        $row = sprintf('%-18s %7d %10d', $result['feed'], $result['items'], $result['bytes']);
        foreach ($result['steps'] as $step => $times) {
            printf(
                "%s  %-26s %9.2f %12.2f %6.1fx\n",
                $row,
                $step,
                $times['ours'],
                $times['reference'],
                $times['ratio'],
            );
            $row = str_repeat(' ', strlen($row));
        }
    }
});
