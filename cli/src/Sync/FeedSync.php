<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Experience\ItemDetails;
use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\RowSet;
use Aco\Client;
use Aco\Document;
use Aco\Exception\InvalidArgumentException;
use Aco\Feed;
use Aco\Mapper;
use Aco\Scopes;

/**
 * Syncs one feed: its input, the leftovers of earlier runs, and its deletions.
 *
 * @phpstan-import-type Push from Delivery
 */
final class FeedSync
{
    private const PUSH_ITEMS = 500;

    private readonly FeedProfile $profile;
    private readonly Mapper $mapper;
    private readonly Deletions $deletions;
    private readonly ?CategoryPaths $paths;
    private readonly ?ChunkReader $chunks;
    private readonly Delivery $delivery;
    /** Rows of earlier runs whose items were in the input. */
    private readonly RowSet $seen;
    private readonly Staging $staging;
    private readonly FirstLoad $load;
    /** The highest row number of earlier runs. */
    private readonly int $lastRow;
    /** @var array<int, Push> what is staged and not pushed yet */
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
        ?ItemDetails $details = null,
        /** Whether changes are sent as parts of documents, where that is sure. */
        bool $patches = false,
    ) {
        $isCompared = $patches || $feed === Feed::Categories || $feed === Feed::PriceBooks;
        $bodies = $isCompared ? $store->sentBodies() : null;
        $this->profile = FeedProfile::of($feed);
        $this->mapper = new Mapper($feed, $scopes);
        $this->deletions = new Deletions($feed, $store);
        $this->paths = CategoryPaths::ifNeeded(
            $feed,
            $store,
            fn (FeedRow $row): bool => $row->id > $this->lastRow || $this->seen->has($row->id),
        );
        $writer = $store->writer($feed);
        $this->delivery = new Delivery(
            $feed,
            $writer,
            $client,
            $this->report,
            $onChange,
            $plan->batchSize,
            $bodies,
        );

        $this->seen = new RowSet();
        $this->lastRow = $store->lastRow($feed);
        // What is recognized is never left over: only deletions have to know that it was there.
        $seen = $plan->deletions === null ? null : $this->seen;
        $recognition = new Recognition($feed, $store, $this->lastRow, $seen);

        $this->load = new FirstLoad($writer, $this->lastRow > 0 || !$writer->takesNew);
        $this->staging = new Staging(
            $feed,
            $store,
            $writer,
            $this->delivery,
            $recognition,
            $this->seen,
            $bodies,
            $patches,
            $plan->only !== null,
            $this->lastRow === 0,
            ItemDetails::isIn($feed) ? $details : null,
        );

        $input = $plan->inputs[$feed->value] ?? null;
        $this->chunks = $input === null ? null : new ChunkReader(
            $input,
            $this->mapper,
            $this->report,
            $plan->only,
            $this->paths,
            $recognition,
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
            $this->handle($this->next(), $this->report);
        }

        // Few at once, as sending waits for the rate, and other feeds must not wait along.
        $this->send(self::PUSH_ITEMS);

        return $this->waiting !== [] || !$this->chunks->isAtEnd() || $this->load->hasPostponed();
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

    /** @return array<string, Candidate> */
    private function next(): array
    {
        $chunk = $this->load->postponed();
        if ($chunk !== []) {
            return $chunk;
        }

        $chunk = $this->load->take($this->chunks->next());
        if ($this->chunks->isAtEnd()) {
            $this->load->end();
        }

        return $chunk;
    }

    /** @param array<string, Candidate> $chunk */
    private function handle(array $chunk, FeedReport $report): void
    {
        if ($chunk !== []) {
            // The table has to say what became of earlier versions.
            $this->delivery->write();
            $this->waiting = $this->staging->run($chunk, $report, $this->load->isRunning());
        }

        ($this->onChange)();
    }

    /** Sends items that are staged. */
    private function send(int $limit): void
    {
        foreach ($this->waiting as $position => $push) {
            if ($limit-- === 0) {
                return;
            }

            unset($this->waiting[$position]);
            $this->delivery->push(...$push);
        }
    }
}
