<?php

declare(strict_types=1);

namespace Aco\Bench\Rival;

/**
 * The lines of one order, and the product list items that events make of them.
 */
final class OrderLines
{
    /** @var array<int, array<string, mixed>> */
    private array $lines = [];

    /** @var array<string, int> by the UUID of the order item */
    private array $byId = [];

    /** @var array<int, int> by number of a line: that of the line on top of it */
    private array $parents = [];

    /** @var array<int, true> */
    private array $haveChildren = [];

    /** @param list<mixed> $items */
    public function __construct(array $items)
    {
        $byEntity = [];
        foreach ($items as $n => $line) {
            if ($line === null) {
                continue;
            }
            $this->lines[$n] = Value::array($line, "items.$n");
            $id = $line['itemId']['id'] ?? '';
            if ($id !== '') {
                $this->byId[$id] ??= $n;
            }
            if (isset($line['entityId'])) {
                $byEntity[$line['entityId']] ??= $n;
            }
        }
        foreach ($this->lines as $n => $line) {
            $parent = $byEntity[$line['parentEntityId'] ?? ''] ?? $n;
            if ($parent !== $n) {
                $this->parents[$n] = $parent;
            }
        }
        foreach ($this->parents as $n => $parent) {
            while (isset($this->parents[$parent])) {
                $parent = $this->parents[$parent];
            }
            $this->parents[$n] = $parent;
            $this->haveChildren[$parent] = true;
        }
    }

    public function areShipped(): bool
    {
        $any = false;
        foreach ($this->lines as $n => $line) {
            $parent = $this->parents[$n] ?? null;
            $counts = empty($line['isVirtual']) && ($parent === null
                ? !empty($line['itemsShippedTogether']) || !isset($this->haveChildren[$n])
                : empty($this->lines[$parent]['itemsShippedTogether']));
            if ($counts) {
                $any = true;
                if (($line['qtyShipped'] ?? 0) < ($line['qtyOrdered'] ?? 0) - ($line['qtyCanceled'] ?? 0) - ($line['qtyRefunded'] ?? 0)) {
                    return false;
                }
            }
        }

        return $any;
    }

    /**
     * @param array<string, mixed> $order
     * @return list<array<string, mixed>>
     */
    public function whole(array $order, string $event): array
    {
        $items = [];
        foreach ($this->lines as $n => $line) {
            if (isset($this->parents[$n])) {
                continue;
            }
            $item = self::start($line, $n, $event);
            $item['quantity'] = (int) Value::number($line['qty'] ?? $line['qtyOrdered'] ?? 0, "items.$n.qty");
            self::share($item, 'priceTotal', $line['itemPrice'] ?? null, 1, $n);
            self::share($item, 'discountAmount', $line['discountAmount'] ?? null, 1, $n);
            $items[] = self::finish($item, $line, $order, $event);
        }

        return $items;
    }

    /**
     * @param array<string, mixed> $order
     * @param array<string, mixed> $child
     * @param list<array<string, mixed>> $children
     * @return list<array<string, mixed>>
     */
    public function named(array $order, string $event, array $child, array $children, string $list, string $quantity): array
    {
        $refunds = [];
        $named = $this->quantities($child, $list, $quantity, $refunds);
        $before = $ignored = [];
        foreach ($children as $other) {
            if ($other['key'] === $child['key']) {
                break;
            }
            foreach ($this->quantities($other, $list, $quantity, $ignored) as $n => $count) {
                $before[$n] = ($before[$n] ?? 0) + $count;
            }
        }
        $below = $this->below($named, $before, $refunds);
        $isMemo = $event === 'CreditMemoIssued';
        $items = [];
        foreach ($this->lines as $n => $line) {
            if (isset($this->parents[$n]) || (!isset($named[$n]) && !isset($below[$n]['named']))) {
                continue;
            }
            $item = self::start($line, $n, $event);
            $ordered = $line['qtyOrdered'] ?? 0;
            if (isset($named[$n])) {
                $part = $ordered > 0 ? $named[$n] / $ordered : 1;
                $item['quantity'] = (int) $named[$n];
                if ($isMemo) {
                    $refund = $refunds[$n] ?? 0;
                    $item['priceTotal'] = self::rounded($refund != 0 ? $refund : $below[$n]['refund'] ?? 0);
                } else {
                    self::share($item, 'priceTotal', $line['itemPrice'] ?? null, $part, $n);
                }
                self::share($item, 'discountAmount', $line['discountAmount'] ?? null, $part, $n);
            } else {
                $whole = $below[$n]['complete'] - $below[$n]['completeBefore'];
                $part = $ordered > 0 ? $whole / $ordered : 1;
                $item['quantity'] = (int) $whole;
                if ($isMemo) {
                    $item['priceTotal'] = self::rounded($below[$n]['refund']);
                } elseif ($below[$n]['price'] != 0) {
                    $item['priceTotal'] = self::rounded($below[$n]['price']);
                } else {
                    self::share($item, 'priceTotal', $line['itemPrice'] ?? null, $part, $n);
                }
                if ($below[$n]['discount'] != 0) {
                    $item['discountAmount'] = self::rounded($below[$n]['discount']);
                } else {
                    self::share($item, 'discountAmount', $line['discountAmount'] ?? null, $part, $n);
                }
            }
            $items[] = self::finish($item, $line, $order, $event);
        }

        return $items;
    }

    /**
     * @param array<string, mixed> $child
     * @param array<int, int|float> $refunds by number of a line
     * @return array<int, int|float> by number of a line
     */
    private function quantities(array $child, string $list, string $quantity, array &$refunds): array
    {
        $named = [];
        foreach ($child[$list] ?? [] as $item) {
            $n = $this->byId[$item['orderItemId']['id'] ?? ''] ?? null;
            $count = Value::number($item[$quantity] ?? 0, $quantity);
            if ($n !== null && $count > 0) {
                $named[$n] = ($named[$n] ?? 0) + $count;
                $refunds[$n] = ($refunds[$n] ?? 0) + Value::number($item['baseRowTotal'] ?? 0, 'baseRowTotal');
            }
        }

        return $named;
    }

    /**
     * What is said of the lines below a line.
     *
     * @param array<int, int|float> $named
     * @param array<int, int|float> $before
     * @param array<int, int|float> $refunds
     * @return array<int, array<string, mixed>>
     */
    private function below(array $named, array $before, array $refunds): array
    {
        $below = [];
        foreach ($this->parents as $n => $top) {
            $line = $this->lines[$n];
            $ordered = $line['qtyOrdered'] ?? 0;
            $topOrdered = $this->lines[$top]['qtyOrdered'] ?? 0;
            $below[$top] ??= ['price' => 0.0, 'discount' => 0.0, 'refund' => 0.0, 'complete' => INF, 'completeBefore' => INF];
            $share = &$below[$top];
            $products = static fn (int|float $count): float => $ordered > 0 ? floor($count * $topOrdered / $ordered + 1e-9) : 0.0;
            $share['complete'] = min($share['complete'], $products(($before[$n] ?? 0) + ($named[$n] ?? 0)));
            $share['completeBefore'] = min($share['completeBefore'], $products($before[$n] ?? 0));
            if (isset($named[$n])) {
                $part = $ordered > 0 ? $named[$n] / $ordered : 1;
                $share['price'] += ($line['itemPrice'] ?? 0) * $part;
                $share['discount'] += abs($line['discountAmount'] ?? 0) * $part;
                $share['refund'] += $refunds[$n] ?? 0;
                $share['named'] = true;
            }
            unset($share);
        }

        return $below;
    }

    /**
     * @param array<string, mixed> $line
     * @return array<string, mixed>
     */
    private static function start(array $line, int $n, string $event): array
    {
        $item = [];
        if ($event === 'OrderPlaced' || $event === 'OrderInvoiced') {
            $id = $line['itemId']['id'] ?? '';
            if ($id !== '') {
                $item['_id'] = $id;
            }
        }
        $sku = $line['productSku'] ?? '';
        $item['SKU'] = $sku !== '' ? Value::text($sku, "items.$n.productSku") : Value::required($line['sku'] ?? null, "items.$n.sku");
        if (isset($line['name'])) {
            $item['name'] = Value::text($line['name'], "items.$n.name");
        }

        return $item;
    }

    /**
     * @param array<string, mixed> $item
     * @param array<string, mixed> $line
     * @param array<string, mixed> $order
     * @return array<string, mixed>
     */
    private static function finish(array $item, array $line, array $order, string $event): array
    {
        if ($event === 'OrderInvoiced') {
            return $item;
        }
        if (isset($order['currency'])) {
            $item['currencyCode'] = $order['currency'];
        }
        $options = $line['productOptions'] ?? '';
        if (is_string($options) && str_contains($options, '"attributes_info"')) {
            $selected = [];
            foreach (json_decode($options, true, 16)['attributes_info'] ?? [] as $option) {
                if (isset($option['label'], $option['value'])) {
                    $selected[] = ['attribute' => (string) $option['label'], 'value' => (string) $option['value']];
                }
            }
            if ($selected !== []) {
                $item['selectedOptions'] = $selected;
            }
        }

        return $item;
    }

    /** @param array<string, mixed> $item */
    private static function share(array &$item, string $name, mixed $amount, int|float $part, int $n): void
    {
        if ($amount !== null) {
            $number = Value::number($amount, "items.$n.$name");
            $item[$name] = $part == 1 && $number >= 0 ? $number : self::rounded(abs($number) * $part);
        }
    }

    private static function rounded(int|float $amount): float
    {
        return round($amount * 1e4) / 1e4;
    }
}
