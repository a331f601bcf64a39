<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

/** Why an item is not sent. The item itself is not in the message: equal refusals of several items count as one. */
final class Refusal
{
    public function __construct(
        public readonly string $field,
        public readonly string $message,
    ) {
    }
}
