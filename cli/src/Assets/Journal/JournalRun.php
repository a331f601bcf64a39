<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Journal;

use Aco\Cli\Assets\Intake;
use Aco\Cli\Assets\IntakeReport;
use Aco\Cli\CommandFailure;
use Aco\Cli\MonotonicClock;

/**
 * Reads a journal from where the last run has ended to its end. The position after a page is stored in the transaction
 * that takes in its events: whatever is killed when, none is lost, and none comes twice.
 */
final class JournalRun
{
    /** How often changes are written, so that a long journal does not hold up its first events. */
    private const EVENTS_BETWEEN_WRITES = 2000;

    /** @param \Closure(): void $write */
    public function __construct(
        private readonly Journal $journal,
        private readonly JournalPosition $position,
        private readonly Intake $intake,
        private readonly \Closure $write,
    ) {
    }

    /**
     * @param float $maxSeconds after which it stops between two pages
     * @throws CommandFailure
     */
    public function run(IntakeReport $report, float $maxSeconds): void
    {
        $end = MonotonicClock::seconds() + $maxSeconds;
        $stored = $this->position->read();
        $address = $stored['next'] ?? $this->journal->start();
        $sinceWrite = 0;

        $wait = ($stored['retryAt'] ?? 0) - time();

        // A longer one was written while the clock was wrong: the journal would lose what it keeps for days only.
        if ($wait > 0 && $wait <= JournalPage::MAX_WAIT_SECONDS) {
            return;
        }

        do {
            $page = $this->journal->page($address);
            $retryAt = $page->isEnd ? time() + $page->waitSeconds : 0;
            $this->intake->together(
                $page->events,
                $report,
                fn () => $this->position->write($page->next, $retryAt),
            );
            $address = $page->next;
            $sinceWrite += count($page->events);

            if ($sinceWrite >= self::EVENTS_BETWEEN_WRITES) {
                ($this->write)();
                $sinceWrite = 0;
            }
        } while (!$page->isEnd && MonotonicClock::seconds() < $end);
    }
}
