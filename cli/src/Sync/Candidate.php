<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Document;

/** One item of the input, mapped or refused, before it is compared with what was sent. */
final class Candidate
{
    /**
     * @param string $hash of the document, or of the refusal: the same refusal again is no news
     * @param array<string, mixed> $deletedItem see Identity::deletedItem()
     * @param bool $isSwitchedOff a live item whose website or store view is disabled: the document deletes it
     */
    public function __construct(
        public readonly string $id,
        public readonly string $hash,
        public readonly int $sourceEntityId,
        public readonly array $deletedItem,
        public readonly ?Document $document,
        public readonly bool $isSwitchedOff = false,
        public readonly ?Refusal $refusal = null,
    ) {
    }
}
