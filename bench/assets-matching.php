<?php

/**
 * Matches assets with the extension and with the reference in PHP: first whether both find the same, then how long they
 * take.
 */

declare(strict_types=1);

use Aco\Assets\SkuMatcher;
use Aco\Bench\Assets\Events;
use Aco\Bench\Command;
use Aco\Bench\Environment;
use Aco\Bench\Median;
use Aco\Bench\Options;
use Aco\Bench\Reference;

require __DIR__ . '/autoload.php';

const USAGE = <<<'TEXT'
    Usage: bench/assets-matching [--assets N] [--rounds N] [--seed N] [--json]

      --assets N  assets (default 20000)
      --rounds N  rounds for each side, in turns; the median counts (default 9)
      --seed N    seed of the random assets (default 1)
      --json      print one JSON document instead of text

    TEXT;

$options = Options::read(
    USAGE,
    ['assets' => 20_000, 'rounds' => 9, 'seed' => 1, 'json' => false],
    array_slice($argv, 1),
);

Command::run(static function () use ($options): void {
    $assets = [];
    foreach ((new Events($options['assets'], $options['seed'], 1000, 1000))->all() as $event) {
        $assets[] = array_intersect_key(
            $event['data'] ?? $event,
            ['assetId' => 1, 'assetMetadata' => 1, 'repositoryMetadata' => 1],
        );
    }
    $ours = new SkuMatcher();
    $reference = new Reference\SkuMatcher();
    $assignments = 0;
    foreach ($assets as $asset) {
        $found = $ours->match($asset);
        $assignments += count($found->assignments);
        $expected = $reference->match($asset);
        $same = [
            $found->id, $found->reason, $found->video, $found->format, $found->altTexts,
            json_encode($found->assignments),
        ]
            === [$expected['id'], $expected['reason'], $expected['video'], $expected['format'], $expected['altTexts'],
                json_encode($expected['assignments'])];
        if (!$same) {
            throw new RuntimeException('both sides differ: ' . json_encode($asset));
        }
    }
    $seconds = ['ours' => [], 'reference' => []];
    for ($round = 0; $round < $options['rounds']; $round++) {
        foreach (['ours' => $ours, 'reference' => $reference] as $side => $matcher) {
            $start = hrtime(true);
            foreach ($assets as $asset) {
                $matcher->match($asset);
            }
            $seconds[$side][] = (hrtime(true) - $start) / 1e9;
        }
    }
    $rate = array_map(static fn (array $times): float => count($assets) / Median::of($times), $seconds);
    $ratio = Median::of(
        array_map(static fn (float $a, float $b): float => $b / $a, $seconds['ours'], $seconds['reference']),
    );
    if ($options['json']) {
        echo json_encode([
            'php' => PHP_VERSION, 'jit' => Environment::hasJit(), 'assets' => count($assets),
            'assignments' => $assignments,
            'assetsPerSecond' => array_map(
                static fn (float $rate): int => (int) $rate,
                $rate,
            ), 'ratio' => round($ratio, 2)]), "\n";

        return;
    }
    printf(
        "PHP %s, JIT %s; %d assets with %d assignments, the same on both sides\n",
        PHP_VERSION,
        Environment::hasJit() ? 'on' : 'off',
        count($assets),
        $assignments,
    );
    printf("ours %s assets/s, reference %s assets/s: %.1f times as fast\n", number_format($rate['ours']), number_format($rate['reference']), $ratio);
});
