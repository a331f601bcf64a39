<?php

/**
 * Fills the index of assets, and measures what an event, and the look-up of a product's media, takes when it is small
 * and when it is large. Both must stay as they are, but for a logarithm, and memory too.
 */

declare(strict_types=1);

use Aco\Assets\SkuMatcher;
use Aco\Bench\Command;
use Aco\Bench\Goals;
use Aco\Bench\Median;
use Aco\Bench\Options;
use Aco\Bench\TemporaryFolder;
use Aco\Cli\Assets\AssetEvent;
use Aco\Cli\Assets\AssetIndex;
use Aco\Cli\Assets\AssignmentStore;
use Aco\Cli\Assets\EventKind;
use Aco\Cli\Assets\Unit;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\SqliteDialect;

require __DIR__ . '/../cli/vendor/autoload.php';
require __DIR__ . '/autoload.php';

const SKUS_AN_ASSET = 20;
const ASSETS_A_PRODUCT = 4;
const SAMPLES = 500;
/** How much slower it may get by a hundred times as many assignments. */
const MAX_GROWTH = 4.0;

const USAGE = <<<'TEXT'
    Usage: bench/assets-index [--assignments N] [--json]

      --assignments N  assignments in the large index (default 1000000); the small one has a hundredth of that
      --json           print one JSON document instead of text

    TEXT;

$options = Options::read(USAGE, ['assignments' => 1_000_000, 'json' => false], array_slice($argv, 1));

function event(int $asset, int $products, int $version): AssetEvent
{
    $skus = [];
    for ($i = 0; $i < SKUS_AN_ASSET; $i++) {
        // Neighbours share products.
        $skus[] = 'SKU-' . (intdiv($asset, ASSETS_A_PRODUCT) * SKUS_AN_ASSET + $i) % $products;
    }

    return new AssetEvent(EventKind::Changed, "urn:aaid:aem:$asset", sprintf(
        '2026-01-01T00:00:00.%09dZ %d',
        $version,
        $asset,
    ), 1.7e9, [
        'commerce:isCommerce' => 'yes', 'dam:status' => 'approved', 'commerce:skus' => $skus,
        'commerce:roles' => array_fill(0, SKUS_AN_ASSET, $version % 2 ? 'image' : 'thumbnail'),
    ]);
}

/** @return array{event: float, product: float} median microseconds */
function sample(Database $database, AssetIndex $index, int $assets, int $products): array
{
    static $version = 0;
    $assignments = new AssignmentStore($database);
    $times = ['event' => [], 'product' => []];

    for ($i = 0; $i < SAMPLES; $i++) {
        $event = event(mt_rand(0, $assets - 1), $products, ++$version);
        $start = hrtime(true);
        $index->apply([$event], 1.7e9);
        $times['event'][] = (hrtime(true) - $start) / 1e3;
        $row = mt_rand(1, $products);
        $start = hrtime(true);
        $database->read(fn (): array => $assignments->ofProduct($row));
        $times['product'][] = (hrtime(true) - $start) / 1e3;
    }

    return array_map(Median::of(...), $times);
}

Command::run(static function () use ($options): void {
    $folder = new TemporaryFolder();
    $database = Database::open(new SqliteDialect($folder->folder('index') . '/index.sqlite'));
    $index = new AssetIndex($database, new SkuMatcher(), Unit::Asset);
    $assets = intdiv($options['assignments'], SKUS_AN_ASSET);
    $products = intdiv($options['assignments'], ASSETS_A_PRODUCT);
    $figures = [];
    $done = 0;
    foreach (['small' => intdiv($assets, 100), 'large' => $assets] as $size => $target) {
        $start = microtime(true);
        for (; $done < $target; $done += count($batch)) {
            $batch = [];
            for ($asset = $done; $asset < min($target, $done + 200); $asset++) {
                $batch[] = event($asset, $products, 0);
            }
            $index->apply($batch, 1.7e9);
        }
        $figures[$size] = sample($database, $index, $target, intdiv($target * SKUS_AN_ASSET, ASSETS_A_PRODUCT))
            + [
                'assignments' => $target * SKUS_AN_ASSET,
                'fillSeconds' => microtime(true) - $start,
                'peakMiB' => memory_get_peak_usage() >> 20,
            ];
    }
    $goals = new Goals();
    foreach (['event', 'product'] as $what) {
        $goals->atMost("$what: large over small", MAX_GROWTH, $figures['large'][$what] / $figures['small'][$what]);
    }
    $goals->atMost('MiB more', 8, $figures['large']['peakMiB'] - $figures['small']['peakMiB']);
    if (!$options['json']) {
        foreach ($figures as $size => $figure) {
            printf(
                "%s: %s assignments; an event of %d SKUs %.0f µs, a product's media %.0f µs; peak %d MiB; filled in %.0f s\n",
                $size,
                number_format($figure['assignments']),
                SKUS_AN_ASSET,
                $figure['event'],
                $figure['product'],
                $figure['peakMiB'],
                $figure['fillSeconds'],
            );
        }
    }
    $goals->conclude($figures, $options['json']);
});
