<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\AssetChange;
use Aco\Assets\ProductChange;

/** A change that has to be written, and the state of the sink after it. */
final class PendingChange
{
    /**
     * @param int $kind EventLedger::ASSET or EventLedger::PRODUCT
     * @param int $version that of the subject; a later one is written after this
     * @param AssetChange|ProductChange|null $change null: the sink has all of it
     * @param list<array{0: int, 1: int, 2: ?string}> $sent asset row, product row, and what the sink has of it then
     * @param ?string $media hash of what the sink has of the product then, null for nothing
     */
    public function __construct(
        public readonly int $kind,
        public readonly int $row,
        public readonly string $name,
        public readonly int $version,
        public readonly int $attempts,
        public readonly AssetChange|ProductChange|null $change,
        public readonly array $sent,
        public readonly ?string $media = null,
    ) {
    }
}
