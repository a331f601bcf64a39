<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** The result of a row that was sent. */
final class Outcome
{
    public function __construct(
        public readonly string $feedId,
        public readonly int $status,
        /** Replaces the payload once the item is delivered or rejected; null keeps it. */
        public readonly ?string $deleteBody,
        public readonly ?string $errors,
        public readonly string $metadata,
        /** Row number, when known. */
        public readonly ?int $row = null,
    ) {
    }

    public function replacesBody(): bool
    {
        return $this->deleteBody !== null && Status::isFinal($this->status);
    }
}
