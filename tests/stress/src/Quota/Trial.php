<?php

declare(strict_types=1);

namespace Aco\Stress\Quota;

use Aco\Bench\Server;
use Aco\Stress\Servers\QuotaServer;

/**
 * A crew that works on one scenario, with a server of its own.
 */
final class Trial
{
    private const SECOND = 1_000_000_000;

    private readonly Server $server;

    public readonly Crew $crew;

    /**
     * @param string $certificate with its key
     */
    public function __construct(
        private readonly Scenario $scenario,
        int $processes,
        string $certificate,
        string $stateDir,
    ) {
        $this->server = new Server(QuotaServer::class, $scenario->limits, $certificate);
        $this->crew = new Crew(
            $processes,
            ['url' => $this->server->url, 'caFile' => $certificate] + $scenario->work(),
            $stateDir,
        );
    }

    /** Returns when the first request is there. */
    public function waitForTheFirst(): void
    {
        for ($attempt = 0; $this->server->report()['meters']['requests']['accepted'] === []; $attempt++) {
            if ($attempt === 400) {
                throw new \RuntimeException('No request arrived within 20 seconds');
            }
            usleep(50_000);
        }
    }

    /**
     * A row for every quota that the scenario looks at.
     *
     * @param int $seconds how long to look, from the first request
     * @return list<array<string, mixed>>
     */
    public function rows(int $seconds): array
    {
        $report = $this->server->report();
        $rows = [];

        $measured = $this->scenario->measured;

        foreach ($measured === null ? array_keys($report['meters']) : [$measured] as $quota) {
            $meter = $report['meters'][$quota];
            $row = [
                'scenario' => $this->scenario->name,
                'quota' => $quota,
                'processes' => $this->crew->size,
                'killed' => $this->crew->killed,
                'tokens' => $report['tokens'],
                'used' => $this->used($quota, $meter['accepted'], $seconds),
                'refused' => $report['refused'],
                'limit' => $this->scenario->limits[$quota],
                'toBeUsed' => $this->scenario->measured !== null,
            ];

            foreach ($meter['models'] as $model => ['refused' => $refused, 'most' => $most]) {
                $row[$model] = $most;
                $row["$model refused"] = $refused;
            }

            $rows[] = $row;
        }

        return $rows;
    }

    /**
     * Percent of what could have been accepted.
     *
     * @param list<array{int, int}> $accepted times and amounts
     */
    private function used(string $quota, array $accepted, int $seconds): float
    {
        $end = $accepted[0][0] + $seconds * self::SECOND;
        $amounts = array_map(static fn (array $entry): int => $entry[0] < $end ? $entry[1] : 0, $accepted);

        return 100 * array_sum($amounts) * Scenario::window($quota) / ($this->scenario->limits[$quota] * $seconds);
    }
}
