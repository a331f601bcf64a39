<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\DoneRows;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\RowSet;
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
    /** A row so little farther is the next one, behind rows of items that came elsewhere. */
    private const NEAR = 1000;

    /** The row of the last item that was found. */
    private int $after = 0;
    private int $pause = 0;
    /** Whether most of the chunk was recognized, so that a row far away is that of a stray item. */
    private bool $isOnTrack = false;
    private ?DoneRows $rows = null;
    /** @var array<int, int> places in $rows, by position in the chunk */
    private array $found = [];
    /** @var ?array<int, int> last positions in the chunk, by row number */
    private ?array $positions = null;

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
        $this->found = [];
        $this->positions = null;
        $this->isOnTrack = false;
        if ($this->after >= $this->lastRow || $this->pause-- > 0) {
            return null;
        }

        $size = count($chunk);
        $this->rows = $this->store->done($this->feed, $this->after, $this->lastRow, $size);
        $this->found = $chunk->find($this->rows->hashes);
        $count = count($this->found);
        $this->isOnTrack = 2 * $count > $size;
        $this->pause = $count < self::WORTHWHILE * $size ? self::PAUSE : 0;
        if ($count > 0) {
            $this->note($report);
        }

        return $count === $size ? [] : array_keys(array_diff_key(range(0, $size - 1), $this->found));
    }

    /** An item was found in that row by its id: the next ones are looked for behind it, unless it is a stray one. */
    public function advance(int $row): void
    {
        $isNear = $row > $this->after && $row <= $this->after + self::NEAR;
        if ($isNear || !$this->isOnTrack) {
            $this->after = $row;
        }
    }

    /** Whether a later text of the chunk is the row's item as it was sent. */
    public function hasLater(int $row, int $position): bool
    {
        $this->positions ??= array_combine($this->numbers(), array_keys($this->found));

        return ($this->positions[$row] ?? -1) > $position;
    }

    private function note(FeedReport $report): void
    {
        $this->after = $this->rows->number(end($this->found));
        $report->unchanged += count($this->found);
        $report->unchangedRejected += $this->rows->countRejected($this->found);
        $this->seen?->addAll($this->numbers());
    }

    /** @return array<int, int> numbers of the rows that were found, by position in the chunk */
    private function numbers(): array
    {
        return $this->found === [] ? [] : array_map($this->rows->number(...), $this->found);
    }
}
