<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * Lets both sides do the same in turns, the one that was second first in the next round.
 */
final class PairedRuns
{
    /**
     * @param list<string> $names of figures
     * @param \Closure(Side): array<string, int|float> $run gives these figures, and perhaps more
     * @return array<string, array{ours: float, reference: float, ratio: float, low: float, high: float, pairs: int}> by
     *        figure, see Pairs::summary()
     */
    public static function measure(array $names, int $rounds, \Closure $run): array
    {
        $pairs = array_map(static fn (): Pairs => new Pairs(), array_flip($names));
        $sides = Side::cases();

        for ($round = 0; $round < $rounds; $round++) {
            $figures = [];

            foreach ($sides as $side) {
                $figures[$side->value] = $run($side);
            }

            foreach ($pairs as $name => $pair) {
                $pair->add($figures['ours'][$name], $figures['reference'][$name]);
            }

            $sides = array_reverse($sides);
        }

        return array_map(static fn (Pairs $pair): array => $pair->summary(), $pairs);
    }
}
