<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\ExitCode;
use Aco\Cli\Source\BadLine;
use Aco\Cli\Sync\Failures;
use Aco\Experience\Event;

/** The counters of a run. Orders are counted as they are read, events as they are sent. */
final class OrderReport
{
    private const MAX_BAD_LINES = 5;

    public int $read = 0;
    public int $suppressed = 0;
    /** Of shoppers who have refused, and of those who have not decided on websites where that counts as a refusal. */
    public int $withoutConsent = 0;
    public int $withheldByDefault = 0;
    public int $switchedOff = 0;
    /** Marked as deleted in Commerce: never sent. */
    public int $deleted = 0;
    /** Older than the retention. */
    public int $tooOld = 0;
    /** Outside the range that was asked for. */
    public int $outside = 0;
    public int $unchanged = 0;
    /** Of those: refused before, and not changed since. */
    public int $unchangedRefused = 0;
    public int $refused = 0;
    public int $events = 0;
    /** New ones without a tracking number that the order has. */
    public int $trackingLeftOut = 0;
    /** New ones without names, options and custom attributes, and those that also lost lines, to fit into a request. */
    public int $withoutDetails = 0;
    public int $shortened = 0;
    public int $linesLeftOut = 0;
    public int $resumed = 0;
    public int $delivered = 0;
    public int $rejected = 0;
    public int $toRetry = 0;
    /** Written and not sent, because their website is not configured. */
    public int $held = 0;
    /** Events of earlier runs that must not be sent any more. */
    public int $forgotten = 0;
    /** Profile records of customers: new or changed, the same as before, and what became of them. */
    public int $records = 0;
    public int $recordsUnchanged = 0;
    public int $recordsResumed = 0;
    public int $recordsDelivered = 0;
    public int $recordsRejected = 0;
    public int $recordsToRetry = 0;
    public int $recordsHeld = 0;
    public int $requests = 0;
    public int $badLineCount = 0;
    /** Orders removed after the retention. */
    public int $removed = 0;
    public float $seconds = 0.0;
    public ?string $inputError = null;
    /** @var list<BadLine> */
    public array $badLines = [];
    /** @var array<string, int> new events by type */
    public array $byType = [];
    /** @var list<string> what keeps events of websites from being sent */
    public array $errors = [];
    /** @var list<string> why streams have stopped */
    public array $reasons = [];
    public readonly Failures $failures;

    public function __construct()
    {
        $this->failures = new Failures();
    }

    public function addEvent(Event $event): void
    {
        $this->events++;
        $this->byType[$event->type] = ($this->byType[$event->type] ?? 0) + 1;
        $lines = $event->leftOut['productListItems'] ?? 0;
        $this->trackingLeftOut += $event->leftOut['trackingNumber'] ?? 0;
        $this->withoutDetails += $event->leftOut['details'] ?? 0;
        $this->shortened += $lines > 0 ? 1 : 0;
        $this->linesLeftOut += $lines;
    }

    public function addBadLine(BadLine $line): void
    {
        if ($this->badLineCount++ < self::MAX_BAD_LINES) {
            $this->badLines[] = $line;
        }
    }

    public function exitCode(): int
    {
        $unsent = $this->toRetry + $this->held + $this->recordsToRetry + $this->recordsHeld;
        $rejected = $this->rejected + $this->recordsRejected;

        return match (true) {
            $unsent > 0 && $this->delivered + $this->recordsDelivered + $rejected === 0 => ExitCode::NOTHING_DELIVERED,
            $unsent + $rejected + $this->refused + $this->badLineCount > 0, $this->inputError !== null
                => ExitCode::ITEMS_FAILED,
            default => ExitCode::DONE,
        };
    }

    /** @return array<string, int|float> */
    public function counters(): array
    {
        return [
            'read' => $this->read,
            'unchanged' => $this->unchanged,
            'unchangedRefused' => $this->unchangedRefused,
            'suppressed' => $this->suppressed,
            'withoutConsent' => $this->withoutConsent,
            'withheldByDefault' => $this->withheldByDefault,
            'switchedOff' => $this->switchedOff,
            'deleted' => $this->deleted,
            'tooOld' => $this->tooOld,
            'outside' => $this->outside,
            'refused' => $this->refused,
            'events' => $this->events,
            'trackingLeftOut' => $this->trackingLeftOut,
            'withoutDetails' => $this->withoutDetails,
            'shortened' => $this->shortened,
            'linesLeftOut' => $this->linesLeftOut,
            'resumed' => $this->resumed,
            'delivered' => $this->delivered,
            'rejected' => $this->rejected,
            'toRetry' => $this->toRetry,
            'held' => $this->held,
            'forgotten' => $this->forgotten,
            'removed' => $this->removed,
            'records' => $this->records,
            'recordsUnchanged' => $this->recordsUnchanged,
            'recordsResumed' => $this->recordsResumed,
            'recordsDelivered' => $this->recordsDelivered,
            'recordsRejected' => $this->recordsRejected,
            'recordsToRetry' => $this->recordsToRetry,
            'recordsHeld' => $this->recordsHeld,
            'requests' => $this->requests,
            'seconds' => round($this->seconds, 3),
        ];
    }
}
