<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Journal;

/** One response of a journal. */
final class JournalPage
{
    public const MAX_WAIT_SECONDS = 3600;

    /**
     * @param array<string, mixed> $events by "journal" and their positions
     * @param string $next the address of what comes after them
     * @param bool $isEnd there is nothing newer yet
     * @param int $waitSeconds before it may be asked again
     */
    public function __construct(
        public readonly array $events,
        public readonly string $next,
        public readonly bool $isEnd,
        public readonly int $waitSeconds,
    ) {
    }
}
