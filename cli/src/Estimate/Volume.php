<?php

declare(strict_types=1);

namespace Aco\Cli\Estimate;

use Aco\Feed;

/** How much of one feed to send. */
final class Volume
{
    public function __construct(
        public readonly Feed $feed,
        public readonly int $records,
        public readonly int $requests,
        /** Items and lines that would be refused before they are sent. */
        public readonly int $refused = 0,
        /** Why the input could not be read to its end. */
        public readonly ?string $inputError = null,
    ) {
    }

    public static function ofRecords(Feed $feed, int $records): self
    {
        return new self($feed, $records, intdiv($records + $feed->batchLimit() - 1, $feed->batchLimit()));
    }
}
