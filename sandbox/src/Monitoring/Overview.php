<?php

declare(strict_types=1);

namespace Aco\Sandbox\Monitoring;

use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Stores;

/** What /api/state and the start page show. */
final class Overview
{
    public function __construct(
        private readonly Stores $stores,
        private readonly Statistics $statistics,
    ) {
    }

    /**
     * @return array{
     *     entities: array<string, array<string, mixed>>,
     *     events: array<string, mixed>,
     *     records: array{total: int, deliveries: int},
     *     assets: array{media: int, images: int, videos: int, assets: int, products: int, tenants: int},
     *     requests: array<string, mixed>,
     *     errors: list<array<string, mixed>>
     * }
     */
    public function collect(): array
    {
        $entities = [];

        foreach (EntityKind::cases() as $kind) {
            $counts = $this->stores->catalog->countByScope($kind);
            $entities[$kind->value] = ['total' => array_sum($counts)] + match (true) {
                $kind->isBySource() => ['bySource' => (object) $counts],
                $kind === EntityKind::Prices => ['byPriceBook' => (object) $counts],
                default => [],
            };
        }

        $requests = $this->statistics->requests();
        $events = $this->stores->events->counts();

        return [
            'entities' => $entities,
            'events' => [
                'byType' => (object) $events['byType'],
                'byDatastream' => (object) $events['byDatastream'],
            ] + $events,
            'records' => $this->stores->records->counts(),
            'assets' => $this->stores->assets->counts(),
            'requests' => [
                'byStatus' => (object) $requests['byStatus'],
                'byEndpoint' => (object) $requests['byEndpoint'],
            ] + $requests,
            'errors' => $this->statistics->errors(),
        ];
    }
}
