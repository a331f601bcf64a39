<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\FeedRow;
use Aco\Document;

/** A change of an item that has to be written, and then sent. */
final class Change
{
    /** Number of the row, when known. */
    public ?int $id;
    /** What is sent instead of the document, where that is sure. */
    public ?Document $patch = null;

    public function __construct(
        public readonly FeedRow $row,
        public readonly string $deleteBody,
        /** Null for deletions, which are sent from the table after all live items, and for refusals. */
        public readonly ?Document $document,
        /** How often this version was sent before. */
        public readonly int $attempts,
    ) {
        $this->id = $row->id;
    }
}
