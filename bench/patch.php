<?php

/**
 * Changes a catalog at random and syncs it to two sandboxes, to one with whole documents, to the other with PATCH where
 * that is safe. Both must hold the same. Says what PATCH saves.
 */

declare(strict_types=1);

use Aco\Bench\Command;
use Aco\Bench\Items;
use Aco\Bench\Options;
use Aco\Bench\Patch\ChangingCatalog;
use Aco\Bench\Patch\Totals;
use Aco\Bench\SyncedShop;

require __DIR__ . '/autoload.php';

const USAGE = <<<'TEXT'
    Usage: bench/patch [--items DIR] [--changes N] [--rounds N] [--seed N]

      --items DIR  folder of <feed>.jsonl files (default: the sample catalog)
      --changes N  random changes (default 10000)
      --rounds N   syncs that they are spread over (default 20)
      --seed N     of the changes (default 1)

    Exit code 0: both hold the same, 1: they differ, or a run failed, 2: it cannot be run so or here.

    TEXT;

$defaults = ['items' => null, 'changes' => 10000, 'rounds' => 20, 'seed' => 1];
$options = Options::read(USAGE, $defaults, array_slice($argv, 1));

Command::run(static function () use ($options): void {
    $catalog = new ChangingCatalog(Items::from($options['items']), $options['seed']);
    $shops = [
        'whole' => new SyncedShop($catalog->folder->path),
        'patch' => new SyncedShop($catalog->folder->path, options: ['--changes=patch']),
    ];
    $totals = array_map(static fn (): Totals => new Totals(), $shops);
    $differing = 0;

    for ($round = 0; $round < $options['rounds']; $round++) {
        $catalog->change(
            intdiv($options['changes'] * ($round + 1), $options['rounds'])
            - intdiv($options['changes'] * $round, $options['rounds'])
        );
        foreach ($shops as $name => $shop) {
            $totals[$name]->add($shop->sync());
        }
        $differing += $shops['whole']->held() === $shops['patch']->held() ? 0 : 1;
    }

    [$whole, $patch] = [$totals['whole'], $totals['patch']];
    printf("%-34s %12s %12s\n", '', 'whole', 'patch');
    foreach ([
        'items sent' => [$whole->items, $patch->items],
        'of these as parts' => [$whole->patched, $patch->patched],
        'rejected' => [$whole->rejected, $patch->rejected],
        'requests' => [$whole->requests, $patch->requests],
        'bytes of bodies' => [$whole->bytes, $patch->bytes],
        'bytes on the wire' => [$whole->compressed, $patch->compressed],
        'CPU, milliseconds' => [$whole->seconds * 1000, $patch->seconds * 1000],
    ] as $label => [$a, $b]) {
        printf("%-34s %12s %12s\n", $label, number_format($a), number_format($b));
    }
    if ($patch->patched > 0) {
        printf("a part is shorter by %s bytes on average\n", number_format($patch->bytesSaved / $patch->patched));
    }
    printf("rounds after which the two sandboxes differ: %d of %d\n", $differing, $options['rounds']);
    exit($differing === 0 ? 0 : 1);
});
