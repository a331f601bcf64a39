<?php

/**
 * Compares everything with the reference in PHP in one run.
 */

declare(strict_types=1);

use Aco\Bench\CannotRun;
use Aco\Bench\Command;
use Aco\Bench\Items;
use Aco\Bench\Options;
use Aco\Bench\Record;
use Aco\Bench\Suite\Row;
use Aco\Bench\Suite\Suite;

require __DIR__ . '/autoload.php';

const USAGE = <<<'TEXT'
    Usage: bench/run [--only PART[,PART]] [--items DIR] [--pairs N] [--quick] [--json FILE]

      --only PART  mapping, unchanged, sending, memory or orders (default: all)
      --items DIR  folder of <feed>.jsonl files, optionally with orders.jsonl (default: the sample catalog)
      --pairs N    runs of each side, in turns; the median of the ratios counts (default 7, with --quick 3)
      --quick      less of everything, in half a minute: a smoke test
      --json FILE  also write the figures to this file

    A part whose requirements are missing is skipped, with a message; with --only, the exit code is then 2.

    TEXT;
const PAIRS = 7;
const QUICK_PAIRS = 3;

$options = Options::read(
    USAGE,
    ['only' => null, 'items' => null, 'pairs' => 0, 'quick' => false, 'json' => null],
    array_slice($argv, 1),
);

Command::run(static function () use ($options): void {
    $names = $options['only'] === null ? Suite::PARTS : explode(',', $options['only']);
    $unknown = array_diff($names, Suite::PARTS);
    if ($unknown !== []) {
        throw new CannotRun(
            'There is no part ' . implode(', ', $unknown) . '; the parts are ' . implode(', ', Suite::PARTS),
        );
    }
    if ($options['json'] !== null && !is_dir(dirname($options['json']))) {
        throw new CannotRun('There is no folder for ' . $options['json']);
    }
    $pairs = $options['pairs'] ?: ($options['quick'] ? QUICK_PAIRS : PAIRS);
    printf("Medians of %d pairs of runs; ratio: the reference's figure / ours, of throughput ours / the reference's, lowest to highest\n", $pairs);
    $suite = new Suite(Items::from($options['items']), $pairs, $options['quick']);
    $result = $suite->run(
        $names,
        static function (string $title, array $rows): void {
            printf("\n%-46s %-11s %10s %10s %8s\n", $title, '', 'ours', 'reference', 'ratio');
            foreach ($rows as $row) {
                assert($row instanceof Row);
                // The unit may have letters of two bytes.
                $unit = $row->unit . str_repeat(' ', max(0, 11 - iconv_strlen($row->unit)));
                printf("  %-44s %s %10.2f %10.2f %7.2fx", $row->name, $unit, $row->ours, $row->reference, $row->ratio);
                printf("  %.2f to %.2f\n", $row->low, $row->high);
            }
        },
        static function (string $name, string $reason): void {
            fprintf(STDERR, "\nSKIPPED %s: %s\n", $name, $reason);
        },
    );
    if ($options['json'] !== null) {
        $json = Record::json($result);
        if (@file_put_contents($options['json'], "$json\n") === false) {
            throw new RuntimeException("$options[json] cannot be written");
        }
    }
    if ($result['skipped'] !== [] && ($options['only'] !== null || $result['parts'] === [])) {
        exit(2);
    }
});
