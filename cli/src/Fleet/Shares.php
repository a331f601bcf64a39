<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet;

/** Divides tenants among nodes by what each can carry. */
final class Shares
{
    /**
     * By largest remainder, so that every tenant is in exactly one share and equal nodes differ by one at most.
     *
     * @param array<string, int> $workers by node
     * @return array<string, int> tenants by node
     */
    public static function of(int $tenants, array $workers): array
    {
        // All nodes have to come to the same result, whatever order they read the rows in.
        ksort($workers, SORT_STRING);
        $sum = array_sum($workers);
        $shares = array_map(static fn (int $own): int => intdiv($tenants * $own, $sum), $workers);
        $rest = array_map(static fn (int $own): int => $tenants * $own % $sum, $workers);
        arsort($rest);

        foreach (array_slice(array_keys($rest), 0, $tenants - array_sum($shares)) as $node) {
            $shares[$node]++;
        }

        return $shares;
    }
}
