<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** What became of rows that were written before they are sent. */
final class Staged
{
    public function __construct(
        /** @var array<array-key, string> why the database does not take rows, by their keys */
        public readonly array $refused,
        /** @var array<array-key, int> numbers of new rows, as far as they are known, by their keys */
        public readonly array $ids,
    ) {
    }
}
