<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\FeedRow;
use Aco\Document;

/** What has to be written of an item, and sent once it is written. */
final class Change
{
    public function __construct(
        public readonly FeedRow $row,
        public readonly string $deleteBody,
        /** Null for deletions, which are sent from the table after all live items, and for refusals. */
        public readonly ?Document $document,
        /** How often this version was sent before. */
        public readonly int $attempts,
    ) {
    }
}
