<?php

declare(strict_types=1);

namespace Aco\Cluster\Faults;

/** What the service holds in the end, compared with the sources of all tenants. */
final class Verdict
{
    public readonly int $missing;
    public readonly int $tooMany;
    public readonly int $wrong;
    public readonly int $undelivered;
    public readonly int $requests;
    /** Items that came in the version that was held already. */
    public readonly Repeats $repeats;
    /** Items that came in an earlier version than the one that was held. */
    public readonly int $older;
    /** @var list<string> */
    public readonly array $notes;

    /**
     * @param array<string, mixed> $report of the ledger
     * @param array<int, Oracle> $oracles
     * @param array<int, Workspace> $workspaces
     * @param array<int, list<float>> $faults when they began, by tenant
     */
    public function __construct(array $report, array $oracles, array $workspaces, array $faults)
    {
        $expected = array_merge(...array_map(static fn (Oracle $oracle): array => $oracle->there(), $oracles));
        $both = array_intersect_key($expected, $report['held']);
        $this->missing = count($expected) - count($both);
        $this->tooMany = count($report['held']) - count($both);
        $this->wrong = count(array_diff_assoc($both, $report['held']));
        $this->undelivered = array_sum(array_map(
            static fn (Workspace $workspace): int => $workspace->undelivered(),
            $workspaces,
        ));
        $this->requests = $report['requests'];
        $this->repeats = new Repeats($report['repeats'], $faults);
        $this->older = $report['older'];
        $this->notes = array_slice($report['notes'], 0, 20);
    }
}
