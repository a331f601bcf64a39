<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** One row of a feed table. */
final class FeedRow
{
    public function __construct(
        public readonly string $feedId,
        public readonly int $sourceEntityId,
        public readonly bool $deleted,
        public readonly int $status,
        public readonly string $data,
        public readonly string $hash,
        public readonly ?string $errors = null,
        public readonly ?string $metadata = null,
        public readonly ?string $modifiedAt = null,
        /** Null for a row that is not in the table yet. */
        public readonly ?int $id = null,
    ) {
    }
}
