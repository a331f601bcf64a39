<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** What became of rows that were written before they are sent. */
final class Staged
{
    public function __construct(
        /** @var array<int, string> why the database does not take rows, by their positions */
        public readonly array $refused,
        /** @var array<int, int> numbers of new rows, as far as they are known, by their positions */
        public readonly array $ids,
    ) {
    }
}
