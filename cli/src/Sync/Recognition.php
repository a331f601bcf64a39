<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\RowSet;
use Aco\Cli\Store\Status;
use Aco\Cli\Store\StoredHash;
use Aco\Cli\Store\StoredItem;
use Aco\Feed;
use Aco\ItemChunk;

/**
 * Recognizes items that have not changed by the fingerprints of their texts, without mapping them. Most sources have
 * the order in which their rows were written, so that the rows after the last one found are looked at, and only what
 * is not among them is looked up by its id.
 */
final class Recognition
{
    /** Chunks in which less than this share is recognized cost more than they save. */
    private const WORTHWHILE = 0.05;
    /** For so many chunks it is not tried again then. */
    private const PAUSE = 8;

    /** The row of the last item that was found. */
    private int $after = 0;
    private int $pause = 0;
    /** @var array<int, int> positions in the chunk, by the numbers of the rows that were recognized */
    private array $positions = [];
    /** @var array<string, list<mixed>> rows that were looked at and not recognized, by feed id */
    private array $others = [];

    public function __construct(
        private readonly Feed $feed,
        private readonly FeedStore $store,
        /** The highest row of earlier runs. */
        private readonly int $lastRow,
        private readonly RowSet $seen,
        /** Rows that this run has written. */
        private readonly RowSet $written,
    ) {
    }

    /**
     * Counts what is recognized as unchanged.
     *
     * @return ?list<int> positions of the other items; null: all
     */
    public function unknown(ItemChunk $chunk, FeedReport $report): ?array
    {
        $this->positions = $this->others = [];
        if ($this->after >= $this->lastRow || $this->pause-- > 0) {
            return null;
        }

        $byFingerprint = $this->look();
        $unknown = [];
        $rejected = 0;

        foreach ($chunk->fingerprints as $position => $fingerprint) {
            $row = $byFingerprint[$fingerprint] ?? null;
            if ($row === null) {
                $unknown[] = $position;
                continue;
            }

            unset($byFingerprint[$fingerprint]);
            $this->positions[$row[0]] = $position;
            $rejected += $row[3] === Status::REJECTED ? 1 : 0;
        }

        $count = count($this->positions);
        $report->unchanged += $count;
        $report->unchangedRejected += $rejected;
        $this->pause = $count < self::WORTHWHILE * count($chunk) ? self::PAUSE : 0;
        if ($count > 0) {
            $this->seen->addAll(array_keys($this->positions));
            $this->after = array_key_last($this->positions);
        }

        return $unknown;
    }

    /**
     * The rows of items, as far as they have been looked at.
     *
     * @param list<string> $ids
     * @return array<string, StoredItem> by id
     */
    public function rows(array $ids): array
    {
        $items = [];
        foreach ($this->others === [] ? [] : $ids as $id) {
            if (isset($this->others[$id])) {
                $items[$id] = StoredItem::ofRow($this->others[$id]);
            }
        }

        return $items;
    }

    /** An item was found in that row by its id: the next ones are looked for behind it. */
    public function advance(int $row): void
    {
        $this->after = $row;
    }

    /** Whether a later text of the chunk is the row's item as it was sent. */
    public function hasLater(int $row, int $position): bool
    {
        return ($this->positions[$row] ?? -1) > $position;
    }

    /** @return array<string, list<mixed>> rows that are done with, by fingerprint */
    private function look(): array
    {
        $byFingerprint = [];
        foreach ($this->store->following($this->feed, $this->after, $this->lastRow) as $row) {
            $fingerprint = StoredHash::fingerprint($row[2] ?? '');
            $this->others[$row[1]] = $row;
            if ($fingerprint !== '' && Status::isFinal($row[3]) && !$this->written->has($row[0])) {
                $byFingerprint[$fingerprint] = $row;
            }
        }

        return $byFingerprint;
    }
}
