<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\Status;
use Aco\Cli\Store\StoredItem;

/** Compares an item with its row, and decides what to do. */
final class Comparison
{
    private function __construct(
        public readonly Decision $decision,
        /** Whether the table has the same version, so that its attempts are carried on. */
        public readonly bool $isSame,
    ) {
    }

    /**
     * @param ?StoredItem $stored null: the table does not have the item
     * @param bool $isInFlight whether this run has sent it already
     * @param bool $isWanted whether it is sent even if unchanged
     */
    public static function of(Candidate $candidate, ?StoredItem $stored, bool $isInFlight, bool $isWanted): self
    {
        $isSame = $stored !== null && $stored->hash === $candidate->hash()
            && $stored->isDeleted === ($candidate->document->deleted ?? false);
        $isHandled = $isInFlight || ($stored !== null && Status::isFinal($stored->status) && !$isWanted);

        return new self(match (true) {
            $stored === null && $candidate->isSwitchedOff => Decision::Skip,
            $isHandled && $isSame => Decision::Unchanged,
            $candidate->document === null => Decision::Reject,
            $candidate->document->deleted => Decision::Delete,
            default => Decision::Send,
        }, $isSame);
    }
}
