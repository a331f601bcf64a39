<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\RowList;
use Aco\Cli\Store\RowSet;
use Aco\Cli\Store\Status;
use Aco\Feed;

/** Marks rows for deletion that are not in the source any more. */
final class Sweep
{
    public function __construct(
        private readonly Feed $feed,
        private readonly FeedStore $store,
        private readonly FeedReport $report,
    ) {
    }

    /**
     * @param RowSet $seen rows whose items are in the source; marked rows are added
     * @param int $lastRow rows above this number are new
     */
    public function run(RowSet $seen, int $lastRow, DeletionLimit $limit): void
    {
        $live = 0;
        $gone = new RowList();

        foreach ($this->store->live($this->feed, $lastRow) as $ids) {
            $live += count($ids);
            $gone->add(array_filter($ids, static fn (int $id): bool => !$seen->has($id)));
        }

        $objection = $limit->objection($gone->count(), $live, $this->feed->value);

        if ($objection !== null) {
            $this->report->deletionHeld = $objection;

            return;
        }

        foreach ($gone->pages(FeedStore::PAGE) as $ids) {
            self::stageDeletions($this->store, $this->feed, $this->store->rows($this->feed, $ids), $this->report);
            array_map($seen->add(...), $ids);
        }
    }

    /**
     * A row that does not say what to delete stays: its item may return to the source.
     *
     * @param list<FeedRow> $rows
     */
    public static function stageDeletions(FeedStore $store, Feed $feed, array $rows, FeedReport $report): void
    {
        $deletions = new Deletions($feed, $store);
        $staged = [];

        foreach ($rows as $row) {
            $document = $deletions->of($row);
            if ($document === null) {
                $report->addKeyless($row);
                continue;
            }

            $staged[] = new FeedRow(
                $row->feedId,
                $row->sourceEntityId,
                true,
                Status::TO_SEND,
                (string) $document,
                $document->hash,
                id: $row->id,
            );
        }

        foreach ($store->writer($feed)->stage($staged)->refused as $position => $reason) {
            $report->rejected++;
            $report->failures->add(
                static fn (): string => StoredKey::labelOf($feed, $staged[$position]->data),
                null,
                "the database rejects it: $reason",
            );
        }
    }
}
