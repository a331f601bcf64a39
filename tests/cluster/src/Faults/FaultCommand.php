<?php

declare(strict_types=1);

namespace Aco\Cluster\Faults;

use Aco\Bench\CannotRun;
use Aco\Bench\Goals;
use Aco\Bench\Options;
use Aco\Cluster\Bed;
use Aco\Cluster\Services\Database;
use Aco\Cluster\Services\Galera;
use Aco\Cluster\Services\RedisGroup;

/** Tenants sync on three nodes, which faults meet at random moments: is the service right in the end? */
final class FaultCommand
{
    private const USAGE = <<<'TEXT'
        Usage: tests/cluster/run faults [--kind KIND] [--count N] [--tenants N] [--items N] [--length N] [--seed N]
            [--concurrency N] [--limit N] [--json]

          --kind KIND      kill (default), cut-store, cut-service, freeze, failover or node
          --count N        how many faults (default 60)
          --tenants N      that work at the same time (default 8)
          --items N        of each tenant (default 1000)
          --length N       the most seconds that a cut lasts (default 40), or that a node is frozen (default 90)
          --seed N         chooses moments, nodes and changes (default 1)
          --concurrency N  requests in flight of a sync (default 1)
          --limit N        seconds after which the test has failed (default 1500)
          --json           print one JSON document instead of text

        TEXT;

    private const BATCH = 100;
    private const DELAYS = ['least' => 0.3, 'most' => 1.2];

    /** @param list<string> $arguments */
    public static function run(string $folder, array $arguments): void
    {
        $options = Options::read(self::USAGE, [
            'kind' => 'kill', 'count' => 60, 'tenants' => 8, 'items' => 1000, 'length' => null, 'seed' => 1,
            'concurrency' => 1, 'limit' => 1500, 'json' => false,
        ], $arguments);
        $kind = Kind::tryFrom((string) $options['kind']) ?? throw new CannotRun(
            '--kind is one of: ' . implode(', ', array_column(Kind::cases(), 'value')),
        );
        mt_srand($options['seed']);
        $bed = new Bed(
            $folder,
            $kind->store(),
            Ledger::class,
            self::DELAYS + ['seed' => $options['seed']],
            $options['tenants'],
        );
        $database = match (true) {
            $bed->store instanceof Galera => $bed->store->servers[0],
            $bed->store instanceof Database => $bed->store->server,
            default => (new Database($bed->network, $folder))->server,
        };
        $oracles = $tenants = $workspaces = [];

        for ($n = 1; $n <= $options['tenants']; $n++) {
            $workspaces[$n] = new Workspace($bed, $n, $database, $options['concurrency']);
            $oracles[$n] = new Oracle($n, $options['items'], $workspaces[$n]->source());
            $quota = intdiv($options['count'] + $n - 1, $options['tenants']);
            $length = self::length($kind, $options['length']);
            $tenants[$n] = new Tenant($workspaces[$n], $oracles[$n], $bed->network, $kind, $length, $quota);
        }

        $begun = hrtime(true);
        $outage = $kind->isLocal() ? null : new Outage($bed->store);
        self::work($tenants, $outage, $options);
        array_walk($tenants, static fn (Tenant $tenant) => $tenant->conclude());
        $seconds = (hrtime(true) - $begun) / 1e9;
        $faults = array_map(static fn (Tenant $tenant): array => $outage->struckAt ?? $tenant->struckAt, $tenants);
        $verdict = new Verdict($bed->service->report(), $oracles, $workspaces, $faults);
        self::conclude($verdict, $tenants, $outage, $options, $seconds);
    }

    /**
     * @param array<int, Tenant> $tenants
     * @param array<string, int|string|bool|null> $options
     */
    private static function work(array $tenants, ?Outage $outage, array $options): void
    {
        $end = hrtime(true) / 1e9 + $options['limit'];

        do {
            if (hrtime(true) / 1e9 > $end) {
                throw new \RuntimeException("The faults were not over within $options[limit] s");
            }

            if ($outage !== null) {
                $outage->step();
                $isOver = $outage->count >= $options['count'];
                array_walk($tenants, static fn (Tenant $tenant) => $tenant->quota = $isOver ? 0 : PHP_INT_MAX);
                if ($isOver && !$outage->isOver()) {
                    continue;
                }
            }

            array_walk($tenants, static fn (Tenant $tenant) => $tenant->step());
            usleep(20_000);
        } while (array_filter($tenants, static fn (Tenant $tenant): bool => !$tenant->isDone()) !== []);
    }

    /** @return array{float, float} */
    private static function length(Kind $kind, int|string|null $most): array
    {
        return $kind === Kind::Freeze
            ? [(float) ($most ?? 90), (float) ($most ?? 90)]
            : [0.5, (float) ($most ?? 40)];
    }

    /**
     * @param array<int, Tenant> $tenants
     * @param array<string, int|string|bool|null> $options
     */
    private static function conclude(
        Verdict $verdict,
        array $tenants,
        ?Outage $outage,
        array $options,
        float $seconds,
    ): never {
        $faults = $outage->count ?? array_sum(array_map(static fn (Tenant $tenant): int => $tenant->faults, $tenants));
        $turns = array_sum(array_map(static fn (Tenant $tenant): int => $tenant->turns, $tenants));
        $ends = [];

        foreach ($tenants as $tenant) {
            foreach ($tenant->ends as $end => $count) {
                $ends[$end] = ($ends[$end] ?? 0) + $count;
            }
        }

        if (!$options['json']) {
            printf(
                "%s: %d faults, %d tenants with %d items, %d syncs, %d requests, %.0f s, seed %d; %s\n",
                $options['kind'],
                $faults,
                count($tenants),
                $options['items'],
                $turns,
                $verdict->requests,
                $seconds,
                $options['seed'],
                Bed::load(),
            );
            printf("those that were met ended: %s\n", json_encode($ends));
            printf(
                "items that came twice: %d, of requests in flight %d, of answered ones %d, of later ones %d\n",
                $verdict->repeats->items,
                $verdict->repeats->inFlight,
                $verdict->repeats->answered,
                $verdict->repeats->later,
            );
            echo implode("", array_map(static fn (string $note): string => "  $note\n", $verdict->notes));
        }

        $goals = new Goals();
        $goals->atLeast('faults', (float) $options['count'], (float) $faults);
        $goals->atMost('items that the service lacks', 0, (float) $verdict->missing);
        $goals->atMost('items that it has too many', 0, (float) $verdict->tooMany);
        $goals->atMost('items of another version', 0, (float) $verdict->wrong);
        $goals->atMost('rows that are not delivered', 0, (float) $verdict->undelivered);
        $mostTwice = Kind::from($options['kind'])->mostTwice($options['concurrency']) * self::BATCH;
        $goals->atMost('items twice, the most of a fault', $mostTwice, $verdict->repeats->most);
        $goals->atMost('items twice without a fault', 0, $verdict->repeats->unexplained);
        $goals->atMost('older after newer, on the way', 0, (float) $verdict->older);
        $goals->conclude(['options' => $options, 'verdict' => $verdict, 'ends' => $ends], $options['json']);
    }
}
