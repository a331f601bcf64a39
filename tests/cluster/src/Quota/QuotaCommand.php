<?php

declare(strict_types=1);

namespace Aco\Cluster\Quota;

use Aco\Bench\Goals;
use Aco\Bench\Options;
use Aco\Cluster\Bed;
use Aco\Cluster\Shell;
use Aco\Stress\Servers\QuotaServer;

/** Processes of three hosts share a rate: do they use all of it, and never more? */
final class QuotaCommand
{
    private const USAGE = <<<'TEXT'
        Usage: tests/cluster/run quota [--store NAME] [--seconds N] [--rate N] [--processes N] [--pause N] [--json]

          --store NAME   redis (default), database or galera
          --seconds N    how long to measure, from the first request on (default 120)
          --rate N       requests a second of the tenant (default 10)
          --processes N  on each host (default 2)
          --pause N      after five seconds one request gets a 429 with this Retry-After
          --json         print one JSON document instead of text

        TEXT;

    private const SECOND = 1_000_000_000;

    /** @param list<string> $arguments */
    public static function run(string $folder, array $arguments): void
    {
        $options = Options::read(self::USAGE, [
            'store' => 'redis', 'seconds' => 120, 'rate' => 10, 'processes' => 2, 'pause' => null, 'json' => false,
        ], $arguments);
        $pause = (int) $options['pause'];
        $bed = new Bed($folder, $options['store'], QuotaServer::class, [
            'requests' => $options['rate'], 'pause' => $pause,
        ]);
        $senders = new Senders($bed, ['store' => $bed->shared(), 'rate' => $options['rate'], 'items' => 60]);
        $senders->start($options['processes'], 3);
        Shell::wait('a first request', 20, static fn (): bool
            => $bed->service->report()['meters']['requests']['accepted'] !== []);

        for ($second = 0; $second < $options['seconds']; $second++) {
            sleep(1);
            $senders->check();
        }

        $report = $bed->service->report();
        $load = Bed::load();
        $workers = $senders->stop();
        $row = self::row($report, $options) + self::swaps($workers) + ['load' => $load];
        self::conclude($row, $workers, $options, $pause);
    }

    /**
     * @param array<string, mixed> $report
     * @param array<string, int|string|bool|null> $options
     * @return array<string, mixed>
     */
    private static function row(array $report, array $options): array
    {
        $meter = $report['meters']['requests'];
        $first = $meter['accepted'][0][0];
        $end = $first + $options['seconds'] * self::SECOND;
        $accepted = array_filter($meter['accepted'], static fn (array $entry): bool => $entry[0] < $end);
        // A pause takes its seconds out of what could have been used.
        $seconds = $options['seconds'] - (float) ($report['quiet'] ?? 0);

        return [
            'most' => max(array_column($meter['models'], 'most')),
            'used' => 100 * count($accepted) / ($options['rate'] * $seconds),
            'refused' => $report['refused'],
            'tokens' => $report['tokens'],
            'quiet' => $report['quiet'],
        ];
    }

    /**
     * @param list<array<string, mixed>> $workers
     * @return array<string, float>
     */
    private static function swaps(array $workers): array
    {
        $swaps = array_sum(array_column($workers, 'swaps'));
        $requests = array_sum(array_column($workers, 'requests'));

        return [
            'swapMs' => 1000 * array_sum(array_column($workers, 'swapSeconds')) / max(1, $swaps),
            'swapsARequest' => $swaps / max(1, $requests),
        ];
    }

    /**
     * @param array<string, mixed> $row
     * @param list<array<string, mixed>> $workers
     * @param array<string, int|string|bool|null> $options
     */
    private static function conclude(array $row, array $workers, array $options, int $pause): never
    {
        if (!$options['json']) {
            printf(
                "%s, %d s, %d processes on each of 3 hosts: most in any second %d, used %.1f %%, 429 %d, tokens %d,"
                    . " a swap %.1f ms, %.1f swaps a request; %s\n",
                $options['store'],
                $options['seconds'],
                $options['processes'],
                $row['most'],
                $row['used'],
                $row['refused'],
                $row['tokens'],
                $row['swapMs'],
                $row['swapsARequest'],
                $row['load'],
            );

            foreach (array_merge(...array_column($workers, 'warnings')) as $warning) {
                echo "  $warning\n";
            }
        }

        $goals = new Goals();
        $goals->atMost('most in any second', (float) $options['rate'], (float) $row['most']);
        $goals->atMost('answers 429', $pause > 0 ? 1 : 0, (float) $row['refused']);
        $goals->atMost('tokens', 1, (float) $row['tokens']);
        $pause > 0
            ? $goals->atLeast('seconds that all were quiet', $pause, (float) $row['quiet'])
            : $goals->atLeast('used, %', 97, $row['used']);
        $goals->conclude(['options' => $options, 'row' => $row, 'workers' => $workers], $options['json']);
    }
}
