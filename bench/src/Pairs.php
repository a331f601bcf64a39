<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * Figures of the two sides, each measured together with its partner, so that what disturbs the machine disturbs both.
 */
final class Pairs
{
    /** A figure of zero still gives a ratio. */
    private const LEAST = 1e-9;

    /** @var list<float> */
    private array $ours = [];

    /** @var list<float> */
    private array $reference = [];

    public function add(float $ours, float $reference): void
    {
        $this->ours[] = $ours;
        $this->reference[] = $reference;
    }

    /**
     * @return array{ours: float, reference: float, ratio: float, low: float, high: float, pairs: int} medians of the
     *        figures and of the pairs' ratios, and the lowest and the highest ratio
     */
    public function summary(): array
    {
        $ratios = array_map(
            static fn (float $ours, float $reference): float => $reference / max($ours, self::LEAST),
            $this->ours,
            $this->reference,
        );

        return [
            'ours' => (float) Median::of($this->ours),
            'reference' => (float) Median::of($this->reference),
            'ratio' => (float) Median::of($ratios),
            'low' => min($ratios),
            'high' => max($ratios),
            'pairs' => count($ratios),
        ];
    }
}
