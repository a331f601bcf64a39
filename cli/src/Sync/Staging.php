<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Experience\ItemDetails;
use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\FeedWriter;
use Aco\Cli\Store\RowSet;
use Aco\Cli\Store\SentBodies;
use Aco\Cli\Store\Status;
use Aco\Cli\Store\StoredHash;
use Aco\Cli\Store\StoredItem;
use Aco\Document;
use Aco\Feed;

/**
 * Compares items of the input with the table of their feed, and writes what has changed before it is sent.
 *
 * @phpstan-import-type Push from Delivery
 */
final class Staging
{
    public function __construct(
        private readonly Feed $feed,
        private readonly FeedStore $store,
        private readonly FeedWriter $writer,
        private readonly Delivery $delivery,
        private readonly Recognition $recognition,
        /** Rows of earlier runs whose items were in the input. */
        private readonly RowSet $seen,
        /** What was delivered, for feeds in which it is compared with what will be. */
        private readonly ?SentBodies $bodies,
        /** Whether changes are sent as parts of documents, where that is sure. */
        private readonly bool $patches,
        /** Whether items are sent even if they have not changed. */
        private readonly bool $isWanted,
        /** Whether there was no row before this run. */
        private readonly bool $isFirst,
        /** Where the values of items that the orders need are kept; null when they are not. */
        private readonly ?ItemDetails $details,
    ) {
    }

    /**
     * @param array<string, Candidate> $chunk
     * @param bool $areNew whether the table has none of them
     * @return list<Push> what is to be sent, in the order of the chunk
     */
    public function run(array $chunk, FeedReport $report, bool $areNew): array
    {
        $stored = match (true) {
            $areNew => [],
            // In a table that was empty, what is there already shows when it is written.
            $this->isFirst && $this->writer->takesNew => null,
            default => $this->store->lookup($this->feed, array_keys($chunk)),
        };

        $pushes = $this->writer->takesNew ? $this->stageNew(array_diff_key($chunk, $stored ?? [])) : [];
        $rest = array_diff_key($chunk, $pushes);
        if ($rest === []) {
            return array_values($pushes);
        }

        $stored ??= $this->store->lookup($this->feed, array_keys($rest));
        foreach ($this->stage($this->changes($rest, $stored, $report), $report) as $change) {
            $pushes[$change->row->feedId] = [
                $change->document, $change->deleteBody, $change->attempts, $change->id, $change->patch, false,
            ];
        }

        return array_values(array_intersect_key(array_replace($chunk, $pushes), $pushes));
    }

    /**
     * Writes the live ones of items that should be new.
     *
     * @param array<string, Candidate> $candidates
     * @return array<string, Push> without those that are there already, or that the database rejects
     */
    private function stageNew(array $candidates): array
    {
        $rows = [];
        foreach ($candidates as $id => $candidate) {
            $document = $candidate->document;
            if ($document === null || $document->deleted) {
                continue;
            }

            $rows[$id] = [
                $document->id,
                $candidate->sourceEntityId,
                (string) $document,
                StoredHash::encode($document->hash, $candidate->fingerprint),
                $candidate->deleteBody,
            ];
        }

        $pushes = $details = [];
        foreach ($this->writer->stageNew($rows)->ids as $id => $row) {
            $candidate = $candidates[$id];
            $pushes[$id] = [$candidate->document, $candidate->deleteBody, 0, $row, null, true];
            if ($this->details !== null) {
                $details[] = [(string) $candidate->document, $candidate->sourceEntityId];
            }
        }

        $this->details?->note($this->feed, $details);

        return $pushes;
    }

    /**
     * Compares items with the table.
     *
     * @param array<string, Candidate> $chunk
     * @param array<string, StoredItem> $stored
     * @return list<Change>
     */
    private function changes(array $chunk, array $stored, FeedReport $report): array
    {
        $changes = $numbers = $hashes = $bases = [];

        foreach ($chunk as $id => $candidate) {
            $item = $stored[$id] ?? null;
            if ($item !== null) {
                if ($this->recognition->hasLater($item->row, $candidate->position)) {
                    $report->skipped++;
                    continue;
                }

                $this->seen->add($item->row);
                $this->recognition->advance($item->row);
            }

            $comparison = Comparison::of($candidate, $item, $this->delivery->isInFlight($id), $this->isWanted);

            if ($comparison->decision === Decision::Skip) {
                $report->skipped++;
            } elseif ($comparison->decision === Decision::Unchanged) {
                $report->addUnchanged($item->status);
                $number = $candidate->sourceEntityId;
                if ($number !== 0 && $number !== $item->sourceEntityId) {
                    $numbers[$item->row] = $number;
                }

                if (StoredHash::isNews($candidate->fingerprint, $item->fingerprint)) {
                    $hashes[$item->row] = StoredHash::encode($item->hash, $candidate->fingerprint);
                }
            } else {
                $change = $changes[] = $this->change($candidate, $item, $comparison, $report);
                if ($change->document !== null && $item !== null && $this->isBase($item, $id)) {
                    $bases[$id] = [$item->hash, $change];
                }
            }
        }

        $this->writer->renumber($numbers);
        $this->writer->recognize($hashes);
        $this->compare($bases);

        return $changes;
    }

    /** Whether it is known what the service holds of the item, and nothing but that. */
    private function isBase(StoredItem $item, string $id): bool
    {
        return $this->bodies !== null && !$this->isWanted && $item->status === Status::DELIVERED && !$item->isDeleted
            && !$this->delivery->isInFlight($id);
    }

    /** @param array<string, array{string, Change}> $bases hash of what was delivered, and the change, by id */
    private function compare(array $bases): void
    {
        if ($bases === []) {
            return;
        }

        $hashes = array_map(static fn (array $base): string => $base[0], $bases);
        $delivered = [];
        foreach ($this->bodies->of($this->feed, $hashes) as $id => $body) {
            $change = $bases[$id][1];
            $change->patch = $this->patches ? Patch::between($body, $change->document) : null;
            $delivered[] = [$body, $change->document];
        }

        if ($this->feed === Feed::PriceBooks) {
            (new NewCurrencies($this->store))->note($delivered);
        }
    }

    private function change(
        Candidate $candidate,
        ?StoredItem $item,
        Comparison $comparison,
        FeedReport $report,
    ): Change {
        $decision = $comparison->decision;
        $metadata = $comparison->isSame ? $item?->metadata : null;

        if ($decision !== Decision::Send) {
            // An earlier version may be in flight, and its result must not overwrite this row.
            $this->delivery->disregard($candidate->id());
        }

        return new Change(
            $decision === Decision::Reject
                ? $this->rejectedRow($candidate, $item, $report)
                : self::newRow($candidate, $candidate->document, $item, $metadata),
            $candidate->deleteBody,
            $decision === Decision::Send ? $candidate->document : null,
            Metadata::attempts($metadata),
        );
    }

    /**
     * Writes changes to the table.
     *
     * @param list<Change> $changes
     * @return array<int, Change> those that the database accepts and that are to be sent now
     */
    private function stage(array $changes, FeedReport $report): array
    {
        $staged = $this->writer->stage(array_column($changes, 'row'));
        foreach ($staged->refused as $position => $reason) {
            $this->refuseUnstored($changes[$position]->row, $changes[$position]->deleteBody, $reason, $report);
            unset($changes[$position]);
        }

        foreach ($staged->ids as $position => $id) {
            $changes[$position]->id = $id;
        }

        $sent = array_filter($changes, static fn (Change $change): bool => $change->document !== null);
        $this->details?->note($this->feed, array_map(
            static fn (Change $change): array => [$change->row->data, $change->row->sourceEntityId],
            $sent,
        ));

        return $sent;
    }

    private static function newRow(
        Candidate $candidate,
        Document $document,
        ?StoredItem $item,
        ?string $metadata,
    ): FeedRow {
        return new FeedRow(
            $document->id,
            $candidate->sourceEntityId ?: $item->sourceEntityId ?? 0,
            $document->deleted,
            Status::TO_SEND,
            (string) $document,
            StoredHash::encode($candidate->hash(), $candidate->fingerprint),
            metadata: $metadata,
            id: $item?->row,
        );
    }

    private function rejectedRow(Candidate $candidate, ?StoredItem $item, FeedReport $report): FeedRow
    {
        $deleteBody = $candidate->deleteBody;
        $refusal = $candidate->refusal;
        $report->rejected++;
        $report->failures->add(
            fn (): string => StoredKey::labelOf($this->feed, $deleteBody),
            $refusal->field,
            $refusal->message,
        );

        return new FeedRow(
            $candidate->id(),
            $candidate->sourceEntityId ?: $item->sourceEntityId ?? 0,
            false,
            Status::REJECTED,
            $deleteBody,
            StoredHash::encode($candidate->hash(), $candidate->fingerprint),
            $refusal->message,
            Metadata::encode('', $refusal->field),
            id: $item?->row,
        );
    }

    /** Reports an item that the database rejects; the next run tries again. */
    private function refuseUnstored(FeedRow $row, string $deleteBody, string $reason, FeedReport $report): void
    {
        $message = "the database rejects it: $reason";
        $report->rejected += $row->status === Status::REJECTED ? 0 : 1;
        $report->failures->add(fn (): string => StoredKey::labelOf($this->feed, $deleteBody), null, $message);
        $this->delivery->disregard($row->feedId);

        // Usually short enough; if this is rejected too, only the report has the message.
        $this->writer->stage([new FeedRow(
            $row->feedId,
            $row->sourceEntityId,
            $row->deleted,
            Status::REJECTED,
            $deleteBody,
            sha1($message),
            $message,
            Metadata::encode('', null),
            id: $row->id,
        )]);
    }
}
