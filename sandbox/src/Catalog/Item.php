<?php

declare(strict_types=1);

namespace Aco\Sandbox\Catalog;

/** One valid item of a request: its key, its value and its compact JSON text. */
final class Item
{
    public function __construct(
        public readonly EntityKey $key,
        public readonly \stdClass $value,
        public readonly string $json,
    ) {
    }
}
