<?php

declare(strict_types=1);

namespace Aco\Cli\Log;

use Aco\Cli\Sync\FeedReport;
use Aco\Cli\Sync\SyncResult;

/** Writes what a run did with each feed into the log. */
final class SyncEvents
{
    public static function write(EventLog $log, SyncResult $result): void
    {
        foreach ($result->reports as $report) {
            $log->write(self::level($report), 'feed', array_filter([
                'feed' => $report->feed->value,
                'read' => $report->read,
                'unchanged' => $report->unchanged,
                'resumed' => $report->resumed,
                'sent' => $report->sent,
                'accepted' => $report->accepted,
                'deleted' => $report->deleted,
                'rejected' => $report->rejected,
                'toRetry' => $report->toRetry,
                'skipped' => $report->skipped,
                'badLines' => $report->badLineCount,
                'requests' => $report->requests,
                'seconds' => $report->seconds,
                'reason' => $report->reason,
                'inputError' => $report->inputError,
                'deletionHeld' => $report->deletionHeld,
                'toSendAgain' => $report->toSendAgain,
            ], static fn (mixed $value): bool => $value !== 0 && $value !== '' && $value !== null));
        }
    }

    private static function level(FeedReport $report): string
    {
        $isWorthALook = $report->toRetry > 0 || $report->hasFailures() || $report->deletionHeld !== null
            || $report->toSendAgain > 0;

        return $isWorthALook ? 'warning' : 'info';
    }
}
