<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * Delivers a catalog to a sandbox, syncs it again, and measures what it costs on both sides to find that nothing has
 * changed.
 */
final class Resync
{
    /**
     * @return array{items: int, unchanged: int, requests: int, feeds: array<string, array<string, int|float>>,
     *     all: array<string, int|float>, command: array<string, int|float>} requests of the second sync; CPU seconds,
     *     see Pairs::summary()
     */
    public static function measure(Items $items, int $rounds): array
    {
        if (!is_file(__DIR__ . '/../../cli/vendor/autoload.php')) {
            throw new CannotRun("The command's libraries are missing: composer install -d cli");
        }

        $shop = new SyncedShop($items->folder);
        $before = $shop->requests();
        $reports = $shop->sync()['document']['feeds'];
        $requests = $shop->requests() - $before;

        $feeds = [];
        $perFeed = [];

        foreach ($items->feeds() as $feed) {
            $feeds[$feed] = new Unchanged($feed, $items->lines($feed), $shop->pdo());
            $perFeed[$feed] = new Pairs();
        }

        $all = new Pairs();
        $command = new Pairs();

        // The first round warms up caches and the JIT.
        for ($round = 0; $round <= $rounds; $round++) {
            $times = array_map(static fn (Unchanged $feed): array => $feed->round(), $feeds);
            $whole = self::commands($shop, $round % 2 === 1);

            if ($round === 0) {
                continue;
            }

            foreach ($times as $feed => $seconds) {
                $perFeed[$feed]->add($seconds['ours'], $seconds['reference']);
            }

            $all->add(array_sum(array_column($times, 'ours')), array_sum(array_column($times, 'reference')));
            $command->add($whole['ours'], $whole['reference']);
        }

        return [
            'items' => array_sum(array_column($reports, 'read')),
            'unchanged' => array_sum(array_column($reports, 'unchanged')),
            'requests' => $requests,
            'feeds' => array_map(static fn (Pairs $pairs): array => $pairs->summary(), $perFeed),
            'all' => $all->summary(),
            'command' => $command->summary(),
        ];
    }

    /**
     * @return array{ours: float, reference: float} CPU seconds of the processes
     */
    private static function commands(SyncedShop $shop, bool $referenceFirst): array
    {
        $reference = $referenceFirst ? $shop->referenceSync()['seconds'] : null;
        $ours = $shop->sync()['seconds'];

        return ['ours' => $ours, 'reference' => $reference ?? $shop->referenceSync()['seconds']];
    }
}
