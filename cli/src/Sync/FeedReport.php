<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Source\BadLine;
use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\Status;
use Aco\Feed;

/** What a sync did with one feed. */
final class FeedReport
{
    private const MAX_BAD_LINES = 20;
    private const MAX_KEYLESS = 5;

    public int $read = 0;
    public int $unchanged = 0;
    /** Of the unchanged: rejected by an earlier run. */
    public int $unchangedRejected = 0;
    /** Leftovers of earlier runs that the input did not replace. */
    public int $resumed = 0;
    public int $sent = 0;
    public int $accepted = 0;
    /** Of the accepted: sent as parts of their documents. */
    public int $patched = 0;
    /** What these parts are shorter than the documents, in bytes. */
    public int $bytesSaved = 0;
    public int $deleted = 0;
    public int $rejected = 0;
    public int $toRetry = 0;
    public int $skipped = 0;
    public int $requests = 0;
    /** Sent items that have a result. */
    public int $settled = 0;
    public float $seconds = 0.0;
    /** The first failure that was not an item's own. */
    public string $reason = '';
    /** Lines with invalid UTF-8 that was replaced. */
    public int $repaired = 0;
    public readonly Failures $failures;

    /** @var list<BadLine> the first of them */
    public array $badLines = [];
    public int $badLineCount = 0;
    /** Why the input could not be read to its end. */
    public ?string $inputError = null;
    /** Why items that are not in the source were not deleted. */
    public ?string $deletionHeld = null;
    /** Retryable rows whose body only a source has. */
    public int $withoutBody = 0;
    /** @var list<string> numbers of the first rows that do not say which item to delete */
    public array $keyless = [];
    public int $withoutKey = 0;
    /** Items that the service deletes along with others. */
    public int $toSendAgain = 0;

    public function __construct(public readonly Feed $feed)
    {
        $this->failures = new Failures();
    }

    public function addBadLine(BadLine $line): void
    {
        $this->badLineCount++;
        $this->rejected++;
        if (count($this->badLines) < self::MAX_BAD_LINES) {
            $this->badLines[] = $line;
        }
    }

    public function addUnchanged(int $status): void
    {
        $this->unchanged++;
        $this->unchangedRejected += $status === Status::REJECTED ? 1 : 0;
    }

    /** Notes a row that does not say which item to delete. */
    public function addKeyless(FeedRow $row): void
    {
        if ($this->withoutKey++ < self::MAX_KEYLESS) {
            $this->keyless[] = "$row->id";
        }
    }

    public function delivered(): int
    {
        return $this->accepted + $this->deleted;
    }

    /** Whether a feed without input has something to report. */
    public function hasNews(): bool
    {
        return $this->resumed > 0 || $this->toSendAgain > 0 || $this->withoutBody > 0 || $this->withoutKey > 0
            || $this->rejected > 0;
    }

    public function hasFailures(): bool
    {
        return $this->rejected > 0 || $this->inputError !== null;
    }
}
