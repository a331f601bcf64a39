<?php

declare(strict_types=1);

namespace Aco\Bench\Suite;

use Aco\Bench\Items;
use Aco\Bench\Sending\Comparison;
use Aco\Bench\Sending\Sending;

/**
 * The runs that both the time and the memory of sending are taken from.
 */
final class SendingRuns
{
    /** @var ?array<string, array{ours: float, reference: float, ratio: float, low: float, high: float, pairs: int}> */
    private ?array $figures = null;

    public function __construct(
        private readonly Items $items,
        private readonly int $products,
        private readonly int $pairs,
    ) {
    }

    /**
     * @param list<string> $names keys of Comparison::ROWS
     * @return list<Row>
     */
    public function rows(array $names): array
    {
        $this->figures ??= Sending::measure($this->items, $this->products, $this->pairs)[0];
        $products = number_format($this->products);
        $rows = [];
        foreach ($names as $name) {
            [$label, $divisor] = Comparison::ROWS[$name];
            [$label, $unit] = explode(', ', $label, 2) + [1 => 's'];
            $rows[] = Row::of("$products products, $label", $unit, $this->figures[$name], 1 / $divisor);
        }

        return $rows;
    }
}
