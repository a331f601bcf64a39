<?php

declare(strict_types=1);

namespace Aco\Bench\Suite;

/**
 * One figure of both sides.
 */
final class Row
{
    /**
     * @param string $name what is done, e.g. "products, documents"
     * @param string $unit of the figures
     * @param array{ours: float, reference: float, ratio: float, low: float, high: float, pairs: int} $summary see
     *     Pairs::summary()
     * @param float $scale units in one of the figures
     */
    public static function of(string $name, string $unit, array $summary, float $scale = 1.0): self
    {
        return new self(
            $name,
            $unit,
            $summary['ours'] * $scale,
            $summary['reference'] * $scale,
            $summary['ratio'],
            $summary['low'],
            $summary['high'],
            $summary['pairs'],
        );
    }

    /**
     * @param array{name: string, unit: string, ours: float|int, reference: float|int, ratio: float|int, low: float|int,
     *     high: float|int, pairs: int} $row as it is in JSON
     */
    public static function fromArray(array $row): self
    {
        return new self(
            $row['name'],
            $row['unit'],
            (float) $row['ours'],
            (float) $row['reference'],
            (float) $row['ratio'],
            (float) $row['low'],
            (float) $row['high'],
            $row['pairs'],
        );
    }

    private function __construct(
        public readonly string $name,
        public readonly string $unit,
        public readonly float $ours,
        public readonly float $reference,
        public readonly float $ratio,
        public readonly float $low,
        public readonly float $high,
        public readonly int $pairs,
    ) {
    }
}
