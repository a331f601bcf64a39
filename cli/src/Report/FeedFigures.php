<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

use Aco\Cli\Store\Status;
use Aco\Feed;

/** The rows of one feed table, counted. Times are UTC, `Y-m-d H:i:s`. */
final class FeedFigures
{
    public int $rows = 0;
    /** Rows of items that are not deleted. */
    public int $source = 0;
    public int $delivered = 0;
    public int $deleted = 0;
    public int $failed = 0;
    public int $toRetry = 0;
    public int $waiting = 0;
    public ?string $oldestWaiting = null;
    public ?string $lastSync = null;

    /** @var array<string, int> source rows by store view or website; empty when unknown */
    public array $scopes = [];

    public function __construct(public readonly Feed $feed)
    {
    }

    public function add(string $scope, bool $isDeleted, int $status, int $rows, string $first, string $last): void
    {
        $this->rows += $rows;

        if (!$isDeleted) {
            $this->source += $rows;
            $this->scopes[$scope] = ($this->scopes[$scope] ?? 0) + $rows;
        }

        $counter = match (true) {
            Status::isToRetry($status) => 'toRetry',
            $status === Status::TO_SEND => 'waiting',
            $status === Status::REJECTED => 'failed',
            default => $isDeleted ? 'deleted' : 'delivered',
        };

        $this->$counter += $rows;

        if (!Status::isFinal($status)) {
            $this->oldestWaiting = min($this->oldestWaiting ?? $first, $first);
        }

        $this->lastSync = max($this->lastSync ?? $last, $last);
    }

    /** @return array<string, mixed> */
    public function data(): array
    {
        return [
            'rows' => $this->rows,
            'source' => $this->source,
            'delivered' => $this->delivered,
            'deleted' => $this->deleted,
            'failed' => $this->failed,
            'toRetry' => $this->toRetry,
            'waiting' => $this->waiting,
            'oldestWaiting' => $this->oldestWaiting,
            'lastSync' => $this->lastSync,
            'scopes' => (object) $this->scopes,
        ];
    }
}
