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
use Aco\Client;
use Aco\Document;
use Aco\Exception\InvalidArgumentException;
use Aco\Feed;
use Aco\Mapper;
use Aco\Scopes;

/** Syncs one feed: its input, the leftovers of earlier runs, and its deletions. */
final class FeedSync
{
    private const PUSH_ITEMS = 500;

    private readonly FeedProfile $profile;
    private readonly Mapper $mapper;
    private readonly Deletions $deletions;
    private readonly ?CategoryPaths $paths;
    private readonly ?ChunkReader $chunks;
    private readonly FeedWriter $writer;
    /** What was delivered, for feeds in which it is compared with what will be. */
    private readonly ?SentBodies $bodies;
    private readonly Delivery $delivery;
    /** Rows of earlier runs whose items were in the input. */
    private readonly RowSet $seen;
    private readonly Recognition $recognition;
    /** The highest row number of earlier runs. */
    private readonly int $lastRow;
    /** @var array<int, Change> items that are staged and not sent yet */
    private array $waiting = [];

    /**
     * @param \Closure(): void $onChange called when the counters have changed
     */
    public function __construct(
        private readonly Feed $feed,
        private readonly SyncPlan $plan,
        Scopes $scopes,
        private readonly FeedStore $store,
        Client $client,
        private readonly \Closure $onChange,
        public readonly FeedReport $report,
        private readonly ?ItemDetails $details = null,
        /** Whether changes are sent as parts of documents, where that is sure. */
        private readonly bool $patches = false,
    ) {
        $isCompared = $patches || $feed === Feed::Categories || $feed === Feed::PriceBooks;
        $this->bodies = $isCompared ? $store->sentBodies() : null;
        $this->profile = FeedProfile::of($feed);
        $this->mapper = new Mapper($feed, $scopes);
        $this->deletions = new Deletions($feed, $store);
        $this->paths = CategoryPaths::ifNeeded(
            $feed,
            $store,
            fn (FeedRow $row): bool => $row->id > $this->lastRow || $this->seen->has($row->id),
        );
        $this->writer = $store->writer($feed);

        $this->delivery = new Delivery(
            $feed,
            $this->writer,
            $client,
            $this->report,
            $onChange,
            $plan->batchSize,
            $this->bodies,
        );

        $this->seen = new RowSet();
        $this->lastRow = $store->lastRow($feed);
        // What is recognized is never left over: only deletions have to know that it was there.
        $seen = $plan->deletions === null ? null : $this->seen;
        $this->recognition = new Recognition($feed, $store, $this->lastRow, $seen);
        $input = $plan->inputs[$feed->value] ?? null;
        $this->chunks = $input === null ? null : new ChunkReader(
            $input,
            $this->mapper,
            $this->report,
            $plan->only,
            $this->paths,
            $this->recognition,
        );
    }

    public function hasInput(): bool
    {
        return $this->chunks !== null;
    }

    public function fraction(): float
    {
        return $this->chunks?->fraction() ?? 0.0;
    }

    /** Handles the next items of the input; false when they were the last. */
    public function step(): bool
    {
        if ($this->chunks === null) {
            return false;
        }

        if ($this->waiting === []) {
            $this->handle($this->chunks->next(), $this->report);
        }

        // Few at once, as sending waits for the rate, and other feeds must not wait along.
        $this->send(self::PUSH_ITEMS);

        return $this->waiting !== [] || !$this->chunks->isAtEnd();
    }

    /** Marks items that are not in the source any more, and sends the live leftovers of earlier runs. */
    public function resume(): void
    {
        if ($this->plan->deletions !== null && $this->chunks !== null) {
            if ($this->chunks->isWhole()) {
                $sweep = new Sweep($this->feed, $this->store, $this->report);
                $sweep->run($this->seen, $this->lastRow, $this->plan->deletions);
            } else {
                $this->report->deletionHeld = 'the source could not be read completely';
            }
        }

        foreach ($this->undelivered(false) as $row) {
            if ($this->isLeftover((int) $row->id)) {
                $this->sendStored($row);
            }
        }
    }

    /** Sends the waiting deletions, of this run and of earlier ones. */
    public function delete(DeletedBranches $branches): void
    {
        if ($this->profile->feedsBelow !== []) {
            foreach ($this->undelivered(true) as $row) {
                $branches->add($this->feed, $row);
            }
            // Before they are sent, as a run that is killed in between would otherwise leave it undone.
            $branches->forgetBelow($this->store);
        }
        foreach ($this->undelivered(true) as $row) {
            $this->sendStored($row);
        }
    }

    /**
     * Reads the input a second time, if possible, for items that have to be sent again.
     *
     * @param int $wanted how many there are; the input may lack some of them
     */
    public function repeat(int $wanted): void
    {
        $before = $this->report->sent;
        $input = $this->plan->inputs[$this->feed->value] ?? null;
        if ($input !== null) {
            // Items that are read again are not counted again.
            $uncounted = new FeedReport($this->feed);
            $chunks = new ChunkReader($input, $this->mapper, $uncounted, $this->plan->only, $this->paths);

            while (!$chunks->isAtEnd()) {
                $this->handle($chunks->next(), $uncounted);
                $this->send(PHP_INT_MAX);
            }
        }

        $this->report->toSendAgain = max(0, $wanted - ($this->report->sent - $before));
    }

    /** Waits for the responses in flight. */
    public function finish(): void
    {
        $this->delivery->finish();
    }

    /** Ends the sync of a process that has lost its lease: its last requests may have come after its successor's. */
    public function abandon(): void
    {
        $this->store->recall($this->feed, $this->delivery->abandon());
    }

    /** @return \Generator<FeedRow> */
    private function undelivered(bool $deleted): \Generator
    {
        $list = $this->store->undelivered($this->feed, $this->plan->leftovers, $deleted);
        foreach ($list->pages(FeedStore::PAGE) as $ids) {
            if ($this->delivery->isStopped()) {
                // Of no use to read them: they only wait for the next run.
                $this->delivery->hold(count(array_filter($ids, $this->isLeftover(...))));
                continue;
            }

            yield from $this->store->rows($this->feed, $ids);
        }
    }

    /** Whether an earlier run has written the row and this one has not. */
    private function isLeftover(int $row): bool
    {
        return $row <= $this->lastRow && !$this->seen->has($row);
    }

    /** Sends a row from the table; rows of Commerce have no body, and perhaps no key. */
    private function sendStored(FeedRow $row): void
    {
        $deletion = $this->deletions->of($row);
        if ($row->deleted && $deletion === null) {
            $this->report->addKeyless($row);

            return;
        }

        $document = $row->deleted ? $deletion : $this->body($row);
        if ($document === null) {
            $this->report->withoutBody++;

            return;
        }

        $this->report->resumed += $this->isLeftover((int) $row->id) ? 1 : 0;
        $this->delivery->push($document, (string) $deletion, Metadata::attempts($row->metadata), $row->id);
    }

    /** Null when the row has no body. */
    private function body(FeedRow $row): ?Document
    {
        try {
            return StoredKey::of($this->profile, $row->data)->isBody
                ? Document::fromJson($this->feed, $row->feedId, $row->data)
                : null;
        } catch (InvalidArgumentException) {
            return null;
        }
    }

    /** @param array<string, Candidate> $chunk */
    private function handle(array $chunk, FeedReport $report): void
    {
        if ($chunk !== []) {
            // The table has to say what became of earlier versions.
            $this->delivery->write();
            $this->waiting = $this->stage($this->changes($chunk, $report), $report);
            if ($this->details !== null && ItemDetails::isIn($this->feed)) {
                $this->details->note($this->feed, array_map(
                    static fn (Change $change): array => [$change->row->data, $change->row->sourceEntityId],
                    $this->waiting,
                ));
            }
        }

        ($this->onChange)();
    }

    /** Sends items that are staged. */
    private function send(int $limit): void
    {
        foreach ($this->waiting as $position => $change) {
            if ($limit-- === 0) {
                return;
            }

            unset($this->waiting[$position]);
            $this->delivery->push(
                $change->document,
                $change->deleteBody,
                $change->attempts,
                $change->id,
                $change->patch,
            );
        }
    }

    /**
     * Compares a chunk with the table.
     *
     * @param array<string, Candidate> $chunk
     * @return list<Change>
     */
    private function changes(array $chunk, FeedReport $report): array
    {
        $stored = $this->store->lookup($this->feed, array_keys($chunk));
        $isWanted = $this->plan->only !== null;
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

            $comparison = Comparison::of($candidate, $item, $this->delivery->isInFlight($id), $isWanted);

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
                if ($change->document !== null && $item !== null && $this->isBase($item, $id, $isWanted)) {
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
    private function isBase(StoredItem $item, string $id, bool $isWanted): bool
    {
        return $this->bodies !== null && !$isWanted && $item->status === Status::DELIVERED && !$item->isDeleted
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

        return array_filter($changes, static fn (Change $change): bool => $change->document !== null);
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
            fn (): string => StoredKey::of($this->profile, $deleteBody)->label(),
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
        $report->failures->add(fn (): string => StoredKey::of($this->profile, $deleteBody)->label(), null, $message);
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
