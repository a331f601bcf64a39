<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/** The result of an event. */
final class EventOutcome
{
    public function __construct(
        public readonly string $eventId,
        /** One of Status. */
        public readonly int $status,
        public readonly ?string $error,
        public readonly string $metadata,
    ) {
    }
}
