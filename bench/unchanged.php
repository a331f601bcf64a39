<?php

/**
 * Delivers a catalog to a sandbox, then syncs it again: no request must be made. Says what that costs beside the same
 * in PHP.
 */

declare(strict_types=1);

use Aco\Bench\Items;
use Aco\Bench\SyncedShop;
use Aco\Bench\Unchanged;

require __DIR__ . '/autoload.php';

const USAGE = <<<'TEXT'
    Usage: bench/sync [--items DIR] [--rounds N] [--json]

      --items DIR  folder of <feed>.jsonl files (default: the sample catalog)
      --rounds N   rounds a side; the median counts (default 7)
      --json       print one JSON document instead of a table

    TEXT;

function usage(string $problem): never
{
    fwrite(STDERR, "$problem\n\n" . USAGE);
    exit(2);
}

/**
 * @param non-empty-list<float> $numbers
 */
function median(array $numbers): float
{
    sort($numbers);
    $middle = intdiv(count($numbers), 2);

    return count($numbers) % 2 === 1 ? $numbers[$middle] : ($numbers[$middle - 1] + $numbers[$middle]) / 2;
}

/**
 * Medians of the times, and of the ratios of the rounds.
 *
 * @param non-empty-list<array{ours: float, rival: float}> $rounds
 * @return array{ours: float, rival: float, ratio: float}
 */
function summary(array $rounds): array
{
    return [
        'ours' => median(array_column($rounds, 'ours')),
        'rival' => median(array_column($rounds, 'rival')),
        'ratio' => median(array_map(static fn (array $round): float => $round['rival'] / $round['ours'], $rounds)),
    ];
}

$folder = null;
$rounds = 7;
$json = false;
$arguments = array_slice($argv, 1);
while ($arguments !== []) {
    [$option, $value] = explode('=', array_shift($arguments), 2) + [1 => null];
    switch ($option) {
        case '--items':
            $folder = $value ?? array_shift($arguments) ?? usage('--items needs a folder');
            break;
        case '--rounds':
            $rounds = filter_var($value ?? array_shift($arguments), FILTER_VALIDATE_INT, ['options' => ['min_range' => 1]])
                ?: usage('--rounds needs a number from 1');
            break;
        case '--json':
            $json = true;
            break;
        case '--help':
            echo USAGE;
            exit(0);
        default:
            usage("Unknown argument $option");
    }
}
if (!extension_loaded('aco')) {
    usage('The extension aco is not loaded; start this with bench/sync');
}
ini_set('memory_limit', '-1');
ini_set('serialize_precision', '-1');

try {
    $items = $folder === null ? Items::sample() : Items::of($folder);
    $shop = new SyncedShop($items->folder);
    $before = $shop->requests();
    $document = $shop->sync()['document'];
    $requests = $shop->requests() - $before;
    $read = array_sum(array_column($document['feeds'], 'read'));
    $unchanged = array_sum(array_column($document['feeds'], 'unchanged'));

    $perFeed = [];
    $all = [];
    $feeds = [];
    foreach ($items->feeds() as $feed) {
        $feeds[$feed] = new Unchanged($feed, $items->lines($feed), $shop->pdo());
    }
    $command = [];
    // The first round warms up caches and the JIT.
    for ($round = 0; $round <= $rounds; $round++) {
        $sum = ['ours' => 0.0, 'rival' => 0.0];
        foreach ($feeds as $feed => $comparison) {
            $times = $comparison->round();
            foreach ($times as $side => $seconds) {
                $sum[$side] += $seconds;
            }
            if ($round > 0) {
                $perFeed[$feed][] = $times;
            }
        }
        $whole = ['ours' => $shop->sync()['seconds'], 'rival' => $shop->rivalSync()['seconds']];
        if ($round > 0) {
            $all[] = $sum;
            $command[] = $whole;
        }
    }
} catch (RuntimeException $e) {
    fwrite(STDERR, $e->getMessage() . "\n");
    exit(2);
}

$result = [
    'items' => $read,
    'unchanged' => $unchanged,
    'requests' => $requests,
    'feeds' => array_map(summary(...), $perFeed),
    'all' => summary($all),
    'command' => summary($command),
];
if ($json) {
    echo json_encode($result, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR) . "\n";
    exit($requests === 0 ? 0 : 1);
}
printf("%s items, %s unchanged, %d requests\n\n", number_format($read), number_format($unchanged), $requests);
printf("%-40s %12s %12s %7s\n", 'CPU, milliseconds', 'ours', 'rival', 'ratio');
$rows = $result['feeds'] + [
    'mapping, hashing, comparing of all' => $result['all'],
    'the whole command' => $result['command'],
];
foreach ($rows as $label => $times) {
    printf("%-40s %12.1f %12.1f %6.1fx\n", $label, $times['ours'] * 1000, $times['rival'] * 1000, $times['ratio']);
}
exit($requests === 0 ? 0 : 1);
