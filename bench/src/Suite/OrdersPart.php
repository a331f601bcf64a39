<?php

declare(strict_types=1);

namespace Aco\Bench\Suite;

use Aco\Bench\Items;
use Aco\Bench\Orders\Sending;

/**
 * Time and memory of orders that are mapped and sent: those in the folder of items, else some made for it.
 */
final class OrdersPart implements Part
{
    private const SHOWN = ['cpu', 'wall', 'rssGrowthKb', 'phpGrowthKb', 'rssPeakKb'];

    public function __construct(
        private readonly Items $items,
        private readonly int $orders,
        private readonly int $pairs,
    ) {
    }

    public function title(): string
    {
        return 'Orders to events, sent to nginx';
    }

    public function measure(): array
    {
        $file = "{$this->items->folder}/orders.jsonl";
        $figures = Sending::measure(is_file($file) ? $file : null, $this->orders, $this->pairs)['figures'];
        $orders = number_format($this->orders) . ' orders';
        $rows = [Row::of("$orders, throughput", 'orders/s', $figures['ordersPerSecond'])];
        foreach (self::SHOWN as $name) {
            [$label, $divisor] = Sending::ROWS[$name];
            [$label, $unit] = explode(', ', $label, 2) + [1 => 's'];
            $rows[] = Row::of("$orders, $label", $unit, $figures[$name], 1 / $divisor);
        }

        return $rows;
    }
}
