<?php

declare(strict_types=1);

namespace Aco\Bench\Orders;

/**
 * Any number of orders made of some: each has an id and numbers of its own, so that its events are others, too. Making
 * them is cheap and the same for both sides.
 */
final class Orders
{
    /** @var non-empty-list<array<string, mixed>> */
    private array $orders;

    /**
     * @param non-empty-list<string> $lines JSON
     */
    public function __construct(array $lines)
    {
        $this->orders = array_map(
            static fn (string $line): array => json_decode($line, true, 512, JSON_THROW_ON_ERROR),
            $lines,
        );
    }

    /**
     * @return \Generator<int, array<string, mixed>>
     */
    public function generate(int $count): \Generator
    {
        $distinct = count($this->orders);
        for ($number = 1; $number <= $count; $number++) {
            // In place: a copy would be dearer than all else that happens here.
            $order = &$this->orders[$number % $distinct];
            $order['orderId'] = ['id' => sprintf('00000000-0000-4000-8000-%012d', $number)];
            $order['commerceOrderId'] = (string) $number;
            $order['commerceOrderNumber'] = sprintf('%09d', $number);
            yield $order;
        }
    }
}
