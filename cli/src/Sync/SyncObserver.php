<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

/** Observes a sync. */
interface SyncObserver
{
    /** The report's counters change from now on. */
    public function started(FeedReport $report): void;

    /** Counters have changed. */
    public function changed(): void;
}
