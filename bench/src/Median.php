<?php

declare(strict_types=1);

namespace Aco\Bench;

final class Median
{
    /**
     * @param non-empty-list<int|float> $numbers
     */
    public static function of(array $numbers): int|float
    {
        sort($numbers);
        $middle = intdiv(count($numbers), 2);

        return count($numbers) % 2 === 1 ? $numbers[$middle] : ($numbers[$middle - 1] + $numbers[$middle]) / 2;
    }
}
