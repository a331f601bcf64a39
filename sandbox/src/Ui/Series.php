<?php

declare(strict_types=1);

namespace Aco\Sandbox\Ui;

/** What one source or price book sent of a feed, over time. */
final class Series
{
    public int $items = 0;

    /** @var array<int, int> items by part of the time */
    public array $parts = [];

    /** @param string $class colour: a class of the style */
    public function __construct(public readonly string $name, public readonly string $class)
    {
    }

    public function add(int $part, int $items): void
    {
        $this->items += $items;
        $this->parts[$part] = ($this->parts[$part] ?? 0) + $items;
    }
}
