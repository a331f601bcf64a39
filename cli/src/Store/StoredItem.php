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
        /** Of the text that the item was read from; "" when unknown. */
        public readonly string $fingerprint = '',
    ) {
    }

    /** @param array{int, string, ?string, int, int, int, ?string} $row as FeedStore::lookup() selects it */
    public static function ofRow(array $row): self
    {
        $hash = $row[2] ?? '';

        return new self(
            StoredHash::hash($hash),
            $row[3],
            $row[0],
            $row[6],
            $row[5],
            $row[4] !== 0,
            StoredHash::fingerprint($hash),
        );
    }
}
