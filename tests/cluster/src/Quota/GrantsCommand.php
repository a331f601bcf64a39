<?php

declare(strict_types=1);

namespace Aco\Cluster\Quota;

use Aco\Bench\Nginx;
use Aco\Bench\Options;
use Aco\Bench\Servers\LatencyServer;
use Aco\Bench\TemporaryFolder;
use Aco\Cluster\Bed;

/**
 * What a store adds to a request: processes send small requests to an nginx beside them that answers at once, with a
 * store and with a state folder of their own.
 */
final class GrantsCommand
{
    private const USAGE = <<<'TEXT'
        Usage: tests/cluster/run grants [--store NAME] [--seconds N] [--processes N] [--json]

          --store NAME   redis (default), database or galera
          --seconds N    how long to send (default 10)
          --processes N  on the first host (default 2)
          --json         print one JSON document instead of text

        TEXT;

    /** The most that there may be, and more than can be sent here. */
    private const RATE = 10_000;

    /** @param list<string> $arguments */
    public static function run(string $folder, array $arguments): void
    {
        $options = Options::read(
            self::USAGE,
            ['store' => 'redis', 'seconds' => 10, 'processes' => 2, 'json' => false],
            $arguments,
        );
        $bed = new Bed($folder, $options['store'], LatencyServer::class, ['delay' => 0]);
        $nginx = new Nginx(new TemporaryFolder(), $bed->network->nodes[0]->command([]), isSecure: false);
        $alone = self::measure($bed, $nginx, null, $options);
        $shared = self::measure($bed, $nginx, $bed->shared(), $options);
        $adds = 1000 * $options['processes'] * (1 / $shared['rate'] - 1 / $alone['rate']);

        if ($options['json']) {
            echo json_encode(['options' => $options, 'alone' => $alone, 'shared' => $shared], JSON_PRETTY_PRINT), "\n";
        } else {
            printf("%-10s %12s %15s %8s\n", 'store', 'requests/s', 'swaps/request', 'ms/swap');
            printf("%-10s %12.0f\n", 'folder', $alone['rate']);
            printf("%-10s %12.0f %15.2f %8.2f\n", $options['store'], $shared['rate'], $shared['swaps'], $shared['ms']);
            printf("adds %.2f ms to a request; %s\n", $adds, Bed::load());
        }
    }

    /**
     * @param array<string, mixed>|null $store
     * @param array<string, int|string|bool|null> $options
     * @return array{rate: float, swaps: float, ms: float}
     */
    private static function measure(Bed $bed, Nginx $nginx, ?array $store, array $options): array
    {
        $senders = new Senders($bed, [
            'store' => $store, 'rate' => self::RATE, 'items' => 600, 'url' => $nginx->url, 'caFile' => $nginx->caFile,
        ]);
        $senders->start($options['processes'], 1);
        sleep($options['seconds']);
        $workers = $senders->stop();
        $requests = array_sum(array_column($workers, 'requests'));
        $swaps = array_sum(array_column($workers, 'swaps'));

        return [
            'rate' => $requests / max(array_column($workers, 'seconds')),
            'swaps' => $swaps / max(1, $requests),
            'ms' => 1000 * array_sum(array_column($workers, 'swapSeconds')) / max(1, $swaps),
        ];
    }
}
