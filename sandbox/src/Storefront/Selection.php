<?php

declare(strict_types=1);

namespace Aco\Sandbox\Storefront;

/** A field that a query asks for, or an inline fragment. */
final class Selection
{
    /**
     * @param array<string, mixed> $arguments by name
     * @param list<self> $children
     */
    public function __construct(
        /** Of the field; of the type for a fragment. */
        public readonly string $name,
        public readonly bool $isFragment,
        public readonly array $arguments,
        public readonly array $children,
    ) {
    }
}
