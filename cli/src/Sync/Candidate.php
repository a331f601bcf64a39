<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Document;

/** One item of the input, mapped or refused, before it is compared with what was sent. */
final class Candidate
{
    public function __construct(
        public readonly int $sourceEntityId,
        /** "" when there is none. */
        public readonly string $deleteBody,
        public readonly ?Document $document,
        /** A live item whose website or store view is disabled: its document is a deletion. */
        public readonly bool $isSwitchedOff = false,
        public readonly ?Refusal $refusal = null,
        /** Of the text that the item was read from; "" when it must be mapped anew every time. */
        public readonly string $fingerprint = '',
        /** In its chunk. */
        public readonly int $position = 0,
    ) {
    }

    /** Ask only when the chunk is complete: documents compute ids and hashes in groups. */
    public function id(): string
    {
        return $this->document->id ?? $this->refusal->id ?? '';
    }

    /** Of the document, or of the refusal, so that a repeated refusal counts as unchanged. */
    public function hash(): string
    {
        return $this->document->hash ?? sha1($this->refusal->message ?? '');
    }
}
