<?php

declare(strict_types=1);

namespace Aco\Sandbox\Validation;

use Aco\Sandbox\Catalog\Item;

final class BatchResult
{
    /**
     * @param list<Item> $items empty when any item is invalid: a request is accepted or refused as a whole
     * @param list<ItemError> $errors
     */
    public function __construct(
        public readonly array $items,
        public readonly array $errors,
        public readonly int $invalidItems,
    ) {
    }
}
