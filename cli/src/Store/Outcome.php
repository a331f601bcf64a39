<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** The result of a row that was sent, or of several that were staged one after the other and have the same. */
final class Outcome
{
    /** @var list<array{string, ?string, ?int}> id, delete body, row number when known */
    public array $rows;

    /**
     * @param ?string $deleteBody replaces the payload once the item is delivered or rejected; null keeps it
     * @param ?int $row its number, when known
     * @param bool $isNew whether FeedWriter::stageNew() has written the row in this run
     */
    public function __construct(
        string $feedId,
        public readonly int $status,
        ?string $deleteBody,
        public readonly ?string $errors,
        public readonly string $metadata,
        ?int $row = null,
        private readonly bool $isNew = false,
    ) {
        $this->rows = [[$feedId, $deleteBody, $row]];
    }

    /** Whether it is the result of the next row too. */
    public function isOf(int $status, ?string $errors, string $metadata, ?int $row): bool
    {
        return $this->isNew && $row === $this->rows[0][2] + count($this->rows) && $status === $this->status
            && $metadata === $this->metadata && $errors === $this->errors && Status::isFinal($status);
    }

    public function replacesBody(): bool
    {
        return $this->rows[0][1] !== null && Status::isFinal($this->status);
    }

    /** @return list<string> */
    public function ids(): array
    {
        return array_column($this->rows, 0);
    }
}
