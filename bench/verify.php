<?php

/**
 * Has a sandbox lose and change some products and show the rest late, and compares what bin/aco verify finds with what
 * a model of the sandbox expects.
 */

declare(strict_types=1);

use Aco\Bench\Command;
use Aco\Bench\Goals;
use Aco\Bench\Options;
use Aco\Bench\SyncedShop;
use Aco\Bench\TemporaryFolder;
use Aco\Bench\Verify\IndexModel;

require __DIR__ . '/autoload.php';

const USAGE = <<<'TEXT'
    Usage: bench/verify [--products N] [--shortest S] [--longest S] [--seed N] [--json]

      --products N  products of the shop; 1 % of them are lost, 1 % changed (default 5000)
      --shortest S  seconds after which the first products are shown (default 2)
      --longest S   seconds after which the last are shown (default 90)
      --seed N      chooses the lost and changed ones (default 1)
      --json        print one JSON document instead of text

    TEXT;

$options = Options::read(
    USAGE,
    ['products' => 5000, 'shortest' => 2, 'longest' => 90, 'seed' => 1, 'json' => false],
    array_slice($argv, 1),
);

Command::run(static function () use ($options): void {
    $folder = new TemporaryFolder();
    $model = new IndexModel($options['products'], $options['shortest'], $options['longest'], $options['seed']);
    file_put_contents($folder->path . '/products.jsonl', $model->lines());
    $shop = new SyncedShop($folder->path, [
        "--indexing-delay={$options['shortest']}-{$options['longest']}",
        '--fault=' . json_encode([
            'fault' => ['type' => 'index', 'lost' => $model->lost, 'changed' => $model->changed],
        ]),
    ]);
    $found = $shop->verify([
        '--sample=' . $options['products'],
        '--wait=' . ($options['longest'] + 15),
        '--requests-per-second=50',
    ]);

    $states = array_column($found['items'], 'state', 'sku');
    $missing = array_map('strval', array_keys($states, 'missing', true));
    $different = array_map('strval', array_keys($states, 'different', true));
    $expected = $model->delays();
    $figures = [
        'requests' => $found['requests'], 'rounds' => $found['rounds'], 'seconds' => $found['seconds'],
        'expected' => $expected, 'found' => $found['delays'],
    ];
    if (!$options['json']) {
        printf("%d products: %d lost, %d changed; %d requests in %d rounds, %.1f s\n\n", $options['products'],
            count($model->lost), count($model->changed), $found['requests'], $found['rounds'], $found['seconds']);
        foreach ($expected as $name => $seconds) {
            printf("%s: %.1f s expected, at most %.1f s found\n", $name, $seconds, $found['delays'][$name]);
        }
        echo "\n";
    }

    $goals = new Goals();
    $goals->atMost('lost ones not found', 0, count(array_diff($model->lost, $missing)));
    $goals->atMost('changed ones not found', 0, count(array_diff($model->changed, $different)));
    $goals->atMost(
        'others found',
        0,
        count($states) - count(array_intersect(array_keys($states), [...$model->lost, ...$model->changed])),
    );
    foreach ($expected as $name => $seconds) {
        // Rows have whole seconds, and nobody looks all the time.
        $goals->atLeast("$name compared to the model, s", -1.5, $found['delays'][$name] - $seconds);
        $goals->atMost("$name compared to the model, s", 3 + 0.1 * $seconds, $found['delays'][$name] - $seconds);
    }
    $goals->conclude($options + ['figures' => $figures], $options['json']);
});
