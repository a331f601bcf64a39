<?php

declare(strict_types=1);

namespace Aco\Sandbox\Monitoring;

use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Catalog\Store;

/** What /api/state and the start page show. */
final class Overview
{
    public function __construct(private readonly Store $store, private readonly Statistics $statistics)
    {
    }

    /**
     * @return array{
     *     entities: array<string, array<string, mixed>>,
     *     requests: array<string, mixed>,
     *     errors: list<array<string, mixed>>
     * }
     */
    public function collect(): array
    {
        $entities = [];
        foreach (EntityKind::cases() as $kind) {
            $counts = $this->store->countByScope($kind);
            $entities[$kind->value] = ['total' => array_sum($counts)] + match (true) {
                $kind->isBySource() => ['bySource' => (object) $counts],
                $kind === EntityKind::Prices => ['byPriceBook' => (object) $counts],
                default => [],
            };
        }
        $requests = $this->statistics->requests();

        return [
            'entities' => $entities,
            'requests' => [
                'byStatus' => (object) $requests['byStatus'],
                'byEndpoint' => (object) $requests['byEndpoint'],
            ] + $requests,
            'errors' => $this->statistics->errors(),
        ];
    }
}
