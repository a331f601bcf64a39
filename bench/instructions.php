<?php

/**
 * Counts the instructions of mapping the sample catalog, which no other process on the machine can disturb.
 */

declare(strict_types=1);

use Aco\Bench\Command;
use Aco\Bench\Instructions\Counts;
use Aco\Bench\Options;

require __DIR__ . '/autoload.php';

const USAGE = <<<'TEXT'
    Usage: bench/instructions [--check | --write] [--json]

      --check  compare with bench/instructions.json: exit code 1 when a count has grown by more than 5 %,
               3 when they cannot be compared, because compiler, processor or PHP differ
      --write  update bench/instructions.json
      --json   print one JSON document instead of a table

    Needs valgrind.

    TEXT;
const KEPT = __DIR__ . '/instructions.json';
const NOT_COMPARABLE = 3;

$options = Options::read(USAGE, ['check' => false, 'write' => false, 'json' => false], array_slice($argv, 1));

Command::run(static function () use ($options): void {
    $now = Counts::measure();
    $document = json_encode($now, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR) . "\n";
    if ($options['write']) {
        file_put_contents(KEPT, $document);
    }
    if ($options['json']) {
        echo $document;
    } else {
        echo implode(', ', array_map(
            static fn (string $name, string $value): string => "$name $value",
            array_keys($now['build']),
            $now['build'],
        )), "\n\n";
        printf(
            "%-18s %10s %8s %10s %10s %10s %12s\n",
            'per document',
            'documents',
            'bytes',
            'mapping',
            'hashing',
            'both',
            'a byte',
        );
        foreach ($now['feeds'] as $feed => $row) {
            $both = $row['map'] + $row['hash'];
            printf("%-18s %10d %8d %10d %10d %10d %12.2f\n", $feed, ...[
                $row['documents'], $row['bytes'], $row['map'], $row['hash'], $both, $both / $row['bytes'],
            ]);
        }
    }
    if (!$options['check']) {
        return;
    }
    $kept = json_decode((string) @file_get_contents(KEPT), true)
        ?? throw new RuntimeException('bench/instructions.json cannot be read: write it with --write');
    if ($kept['build'] !== $now['build']) {
        $differences = [];
        foreach ($now['build'] as $name => $value) {
            $before = $kept['build'][$name] ?? 'unknown';
            if ($before !== $value) {
                $differences[] = "$name is $value, $before in bench/instructions.json";
            }
        }
        fwrite(STDERR, 'NOT COMPARED: ' . implode('; ', $differences) . "\n");
        exit(NOT_COMPARABLE);
    }
    ['grown' => $grown, 'fallen' => $fallen] = Counts::compare($kept, $now);
    foreach ($fallen as $sentence) {
        fwrite(STDERR, "FALLEN: $sentence\n");
    }
    if ($fallen !== [] && $grown === []) {
        fwrite(STDERR, "Keep what was won: bench/instructions --write && bench/docs\n");
    }
    if ($grown !== []) {
        throw new RuntimeException("more than 5 % more instructions:\n" . implode("\n", $grown));
    }
});
