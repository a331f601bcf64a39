<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Document;

/** One item of the input, mapped or refused, before it is compared with what was sent. */
final class Candidate
{
    /**
     * @param array<string, mixed> $identity see FeedProfile::identity()
     * @param bool $isSwitchedOff a live item whose website or store view is disabled: its document is a deletion
     * @param string $refusedId the id, when there is a refusal instead of a document
     */
    public function __construct(
        public readonly int $sourceEntityId,
        public readonly array $identity,
        public readonly ?Document $document,
        public readonly bool $isSwitchedOff = false,
        public readonly ?Refusal $refusal = null,
        private readonly string $refusedId = '',
    ) {
    }

    /** Ask only when the chunk is complete: documents compute ids and hashes in groups. */
    public function id(): string
    {
        return $this->document->id ?? $this->refusedId;
    }

    /** Of the document, or of the refusal, so that a repeated refusal counts as unchanged. */
    public function hash(): string
    {
        return $this->document->hash ?? sha1($this->refusal->message ?? '');
    }
}
