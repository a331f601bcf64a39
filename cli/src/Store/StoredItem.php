<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** What a comparison needs of an item's row. */
final class StoredItem
{
    public function __construct(
        public readonly string $hash,
        public readonly int $status,
        /** Row number. */
        public readonly int $row,
        /** Of a row that is retried. */
        public readonly ?string $metadata,
        public readonly int $sourceEntityId,
        public readonly bool $isDeleted,
    ) {
    }
}
