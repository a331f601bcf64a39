<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * The lines of one order, and the product list items that events make of them.
 */
final class OrderLines
{
    /** As Commerce compares quantities: rounded to eight places. */
    public const TOLERANCE = 5e-9;

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
            if ($this->ships($n)) {
                $any = true;
                $left = ($line['qtyOrdered'] ?? 0) - ($line['qtyCanceled'] ?? 0) - ($line['qtyRefunded'] ?? 0);
                if ($left - ($line['qtyShipped'] ?? 0) >= self::TOLERANCE) {
                    return false;
                }
            }
        }

        return $any;
    }

    private function ships(int $n): bool
    {
        $parent = $this->parents[$n] ?? null;

        return empty($this->lines[$n]['isVirtual']) && ($parent === null
            ? !empty($this->lines[$n]['itemsShippedTogether']) || !isset($this->haveChildren[$n])
            : empty($this->lines[$parent]['itemsShippedTogether']));
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
            $quantity = Value::number($line['qty'] ?? 0, "items.$n.qty");
            $item['quantity'] = self::cut(
                $quantity != 0 ? $quantity : Value::number($line['qtyOrdered'] ?? 0, "items.$n.qtyOrdered"),
            );
            self::share($item, 'priceTotal', $line['itemPrice'] ?? null, 1, $n);
            self::share($item, 'discountAmount', $line['discountAmount'] ?? null, 1, $n);
            $items[] = self::finish($item, $line, $order, $event);
        }

        return $items;
    }

    /**
     * @param array<string, mixed> $order
     * @return list<array<string, mixed>>
     */
    public function shipped(array $order): array
    {
        $named = [];
        foreach ($this->lines as $n => $line) {
            if ($this->ships($n) && ($line['qtyShipped'] ?? 0) >= self::TOLERANCE) {
                $named[$n] = $line['qtyShipped'];
            }
        }

        return $this->shares($order, 'OrderShipmentCompleted', $named, [], []);
    }

    /**
     * @param array<string, mixed> $order
     * @param array<string, mixed> $child
     * @param list<array<string, mixed>> $children
     * @return list<array<string, mixed>>
     */
    public function named(
        array $order,
        string $event,
        array $child,
        array $children,
        string $list,
        string $quantity,
    ): array {
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

        return $this->shares($order, $event, $named, $before, $refunds);
    }

    /**
     * @param array<string, mixed> $order
     * @param array<int, int|float> $named by number of a line, as those that follow
     * @param array<int, int|float> $before
     * @param array<int, int|float> $refunds
     * @return list<array<string, mixed>>
     */
    private function shares(array $order, string $event, array $named, array $before, array $refunds): array
    {
        $below = $this->below($event, $named, $before, $refunds);
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
                $item['quantity'] = self::cut($named[$n]);

                if ($isMemo) {
                    $refund = $refunds[$n] ?? 0;
                    $item['priceTotal'] = self::rounded($refund != 0 ? $refund : $below[$n]['refund'] ?? 0);
                } else {
                    self::share($item, 'priceTotal', $line['itemPrice'] ?? null, $part, $n);
                }

                self::share($item, 'discountAmount', $line['discountAmount'] ?? null, $part, $n);
            } else {
                $part = $below[$n]['part'] / max($below[$n]['expected'], 1);
                $price = $below[$n][$isMemo ? 'refund' : 'price'];
                $item['quantity'] = self::cut(max($below[$n]['complete'] - $below[$n]['completeBefore'], 1));

                if ($price != 0) {
                    $item['priceTotal'] = self::rounded($price);
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
            if ($n !== null && $count >= self::TOLERANCE) {
                $named[$n] = ($named[$n] ?? 0) + $count;
                $refunds[$n] = ($refunds[$n] ?? 0) + $this->refund($item, $n, $count);
            }
        }

        return $named;
    }

    /** @param array<string, mixed> $item */
    private function refund(array $item, int $n, int|float $count): int|float
    {
        if (isset($item['basePrice'])) {
            return Value::number($item['basePrice'], 'basePrice') * $count;
        }
        $price = Value::number($this->lines[$n]['itemPrice'] ?? 0, 'itemPrice');
        $ordered = $this->lines[$n]['qtyOrdered'] ?? 0;

        return $ordered > 0 ? $price * $count / $ordered : $price;
    }

    /** @param array<string, mixed> $line */
    private static function isExpected(array $line, string $event, int|float $named): bool
    {
        $ships = $event === 'OrderItemsShipped' || $event === 'OrderShipmentCompleted';
        $left = ($line['qtyOrdered'] ?? 0) - ($line['qtyCanceled'] ?? 0) - ($ships ? $line['qtyRefunded'] ?? 0 : 0);

        return $named >= self::TOLERANCE || ($left >= self::TOLERANCE && !($ships && !empty($line['isVirtual'])));
    }

    private static function cut(int|float $quantity): int
    {
        $whole = (int) ($quantity + self::TOLERANCE);

        return $whole === 0 && $quantity >= self::TOLERANCE ? 1 : $whole;
    }

    /**
     * What is said of the lines below a line.
     *
     * @param array<int, int|float> $named
     * @param array<int, int|float> $before
     * @param array<int, int|float> $refunds
     * @return array<int, array<string, mixed>>
     */
    private function below(string $event, array $named, array $before, array $refunds): array
    {
        $below = [];

        foreach ($this->parents as $n => $top) {
            $line = $this->lines[$n];
            if (!self::isExpected($line, $event, ($before[$n] ?? 0) + ($named[$n] ?? 0))) {
                continue;
            }

            $ordered = $line['qtyOrdered'] ?? 0;
            $topOrdered = $this->lines[$top]['qtyOrdered'] ?? 0;
            $below[$top] ??= [
                'price' => 0.0, 'discount' => 0.0, 'refund' => 0.0, 'part' => 0.0, 'expected' => 0, 'complete' => INF,
                'completeBefore' => INF,
            ];
            $share = &$below[$top];
            $share['expected']++;
            $products = static fn (int|float $count): float => $ordered > 0
                ? floor($count * $topOrdered / $ordered + self::TOLERANCE)
                : 0.0;
            $share['complete'] = min($share['complete'], $products(($before[$n] ?? 0) + ($named[$n] ?? 0)));
            $share['completeBefore'] = min($share['completeBefore'], $products($before[$n] ?? 0));

            if (isset($named[$n])) {
                $part = $ordered > 0 ? $named[$n] / $ordered : 1;
                $share['part'] += $part;
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
        $item['SKU'] = $sku !== ''
            ? Value::text($sku, "items.$n.productSku")
            : Value::required($line['sku'] ?? null, "items.$n.sku");

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

        $currency = OrderMapper::currency($order['currency'] ?? null);
        if ($currency !== null) {
            $item['currencyCode'] = $currency;
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
            $item[$name] = abs($part - 1) < self::TOLERANCE ? abs($number) : self::rounded(abs($number) * $part);
        }
    }

    private static function rounded(int|float $amount): float
    {
        $scaled = abs($amount) * 1e4;
        if ($scaled >= 1e15) {
            return $amount;
        }
        $rounded = floor($scaled + 0.5 + min(1e-9 + $scaled * 2e-15, 0.1)) / 1e4;

        return $rounded > 0 && $amount < 0 ? -$rounded : $rounded;
    }
}
