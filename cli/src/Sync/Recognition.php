<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\RowSet;
use Aco\Cli\Store\Status;
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

    public function __construct(
        private readonly Feed $feed,
        private readonly FeedStore $store,
        /** The highest row of earlier runs. */
        private readonly int $lastRow,
        /** Where what is recognized is noted; null when nobody asks for it. */
        private readonly ?RowSet $seen,
    ) {
    }

    /**
     * Counts what is recognized as unchanged.
     *
     * @return ?list<int> positions of the other items; null: all
     */
    public function unknown(ItemChunk $chunk, FeedReport $report): ?array
    {
        $this->positions = [];
        if ($this->after >= $this->lastRow || $this->pause-- > 0) {
            return null;
        }

        $unknown = [];
        foreach (array_chunk($chunk->fingerprints, FeedStore::WINDOW, true) as $fingerprints) {
            array_push($unknown, ...$this->compare($fingerprints, $report));
        }

        $count = count($chunk) - count($unknown);
        $report->unchanged += $count;
        $this->pause = $count < self::WORTHWHILE * count($chunk) ? self::PAUSE : 0;
        $this->seen?->addAll(array_keys($this->positions));

        return $unknown;
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

    /**
     * @param array<int, string> $fingerprints by position
     * @return list<int> positions of those that are not among the next rows
     */
    private function compare(array $fingerprints, FeedReport $report): array
    {
        $rows = $this->store->recognizable($this->feed, $this->after, $this->lastRow);
        $unknown = [];

        foreach ($fingerprints as $position => $fingerprint) {
            $row = $rows[$fingerprint] ?? 0;
            if ($row < 0) {
                $row = -$row;
                $report->unchangedRejected++;
            }

            if ($row === 0) {
                $unknown[] = $position;
            } else {
                $this->positions[$row] = $position;
                $this->after = $row;
            }
        }

        return $unknown;
    }
}
