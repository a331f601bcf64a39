<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

/** Told how a sync goes. */
interface SyncObserver
{
    /** The report's counters will move from now on. */
    public function started(FeedReport $report): void;

    /** Counters have moved. */
    public function changed(): void;
}
