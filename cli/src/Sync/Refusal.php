<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

/** Why an item is not sent. The message does not name the item, so that equal refusals are counted together. */
final class Refusal
{
    public function __construct(
        public readonly string $field,
        public readonly string $message,
        /** Of the item. */
        public readonly string $id,
    ) {
    }
}
