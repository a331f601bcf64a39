<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet;

use Aco\Cli\Store\LeaseWatch;

/** Who is there, who works which tenant, and how far behind each tenant is. Times are UTC, of the control database. */
final class FleetStatus
{
    /**
     * @param list<Node> $nodes
     * @param array<string, Tenant> $tenants
     * @param array<string, TenantFigures> $figures by tenant
     */
    public function __construct(
        private readonly array $nodes,
        private readonly array $tenants,
        private readonly array $figures,
        private readonly string $now,
    ) {
    }

    /**
     * @return list<array{node: string, workers: int, tenants: int, since: string, silentSeconds: int,
     *     state: string}>
     */
    public function nodes(): array
    {
        $held = array_count_values(array_column($this->tenants, 'owner'));

        return array_map(function (Node $node) use ($held): array {
            $silent = max(0, $this->secondsSince($node->renewedAt));

            return [
                'node' => $node->holder->label(),
                'workers' => $node->workers,
                'tenants' => $held[$node->holder->token] ?? 0,
                'since' => $node->startedAt,
                'silentSeconds' => $silent,
                'state' => $silent > LeaseWatch::DEAD_SECONDS ? 'silent' : 'alive',
            ];
        }, $this->nodes);
    }

    /**
     * @return list<array{tenant: string, node: ?string, since: ?string, waiting: int, oldestWaiting: ?string,
     *     lagSeconds: int, quota: ?float, lastRun: ?string, exitCode: ?int, message: string}>
     */
    public function tenants(): array
    {
        $labels = [];
        foreach ($this->nodes as $node) {
            $labels[$node->holder->token] = $node->holder->label();
        }

        return array_map(function (Tenant $tenant) use ($labels): array {
            $figures = $this->figures[$tenant->name];
            $node = $labels[$tenant->owner] ?? null;

            return [
                'tenant' => $tenant->name,
                'node' => $node,
                'since' => $node === null ? null : $tenant->ownedAt,
                'waiting' => $figures->waiting,
                'oldestWaiting' => $figures->oldestWaiting,
                'lagSeconds' => $figures->oldestWaiting === null
                    ? 0
                    : max(0, $this->secondsSince($figures->oldestWaiting)),
                'quota' => $figures->quota,
                'lastRun' => $tenant->ranAt,
                'exitCode' => $tenant->exitCode,
                'message' => $figures->failure === '' ? $tenant->message : $figures->failure,
            ];
        }, array_values($this->tenants));
    }

    /** @return array<string, mixed> */
    public function data(): array
    {
        return ['exitCode' => 0, 'time' => $this->now, 'nodes' => $this->nodes(), 'tenants' => $this->tenants()];
    }

    private function secondsSince(string $time): int
    {
        return (int) strtotime("$this->now UTC") - (int) strtotime("$time UTC");
    }
}
