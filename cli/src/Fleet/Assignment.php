<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet;

/**
 * Decides which tenants a node takes and which it leaves to others. A tenant stays where it is unless its node is gone
 * or has more than its share, so that few move when nodes come and go.
 */
final class Assignment
{
    /**
     * @param list<string> $take free tenants, and those of nodes that are gone
     * @param list<string> $leave
     */
    private function __construct(public readonly array $take, public readonly array $leave)
    {
    }

    /**
     * @param array<string, string> $owners tokens of nodes by tenant, "" of a free one
     * @param array<string, int> $workers of the nodes that are alive, by token; this one is among them
     * @param string $me token of this node
     * @param list<string> $running tenants that this node works on right now
     */
    public static function of(array $owners, array $workers, string $me, array $running): self
    {
        ksort($owners, SORT_STRING);
        ksort($workers, SORT_STRING);
        $share = Shares::of(count($owners), $workers)[$me];
        $mine = array_keys($owners, $me, true);

        if (count($mine) >= $share) {
            $idle = array_values(array_diff($mine, $running));
            $excess = min(count($mine) - $share, count($idle));

            return new self([], array_slice($idle, count($idle) - $excess));
        }

        $free = array_map(strval(...), array_keys(array_filter(
            $owners,
            static fn (string $owner): bool => !isset($workers[$owner]),
        )));

        // Each node begins elsewhere, so that they seldom reach for the same tenant.
        $rank = (int) array_search($me, array_keys($workers), true);
        $start = intdiv(count($free) * $rank, count($workers));
        $inTurn = [...array_slice($free, $start), ...array_slice($free, 0, $start)];

        return new self(array_slice($inTurn, 0, $share - count($mine)), []);
    }
}
