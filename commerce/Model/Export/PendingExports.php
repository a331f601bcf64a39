<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Export;

use Aco\CommerceOptimizer\Model\ClientProvider;
use Aco\Document;
use Aco\Feed;
use Magento\DataExporter\Model\FeedExportStatusBuilder;
use Magento\DataExporter\Model\Indexer\DataSerializerInterface;
use Magento\DataExporter\Model\Logging\CommerceDataExportLoggerInterface;

/**
 * What this process has handed to the extension and not yet written to a feed table. A row is written when its fate is
 * known; what a death leaves without a row is simply sent again.
 */
class PendingExports
{
    /** Batches that wait for answers; beyond, the oldest are waited for, so that memory stays bounded. */
    private const MAX_BATCHES = 32;

    /** After a submission that delivered nothing, so many seconds pass before the service is asked again. */
    private const PAUSE_SECONDS = 60;

    private const RETRYABLE = 2;

    /** @var array<string, OpenStream> by feed */
    private array $streams = [];

    /** @var array<string, list<PendingBatch>> by feed, oldest first */
    private array $batches = [];

    /** @var array<string, array<string, int>> how many batches have a row of a feed item, by feed and id */
    private array $unwritten = [];

    /** How many runs over many chunks are under way, one in another. */
    private int $runs = 0;

    private int $process = 0;
    private float $pausedUntil = 0.0;
    private string $pauseReason = '';

    public function __construct(
        private readonly ClientProvider $clients,
        private readonly FeedTable $table,
        private readonly FeedExportStatusBuilder $status,
        private readonly CommerceDataExportLoggerInterface $logger,
    ) {
    }

    /** @param array<int, Document> $documents by position in the batch */
    public function push(Feed $feed, PendingBatch $batch, array $documents): void
    {
        $this->forgetParent();
        $this->batches[$feed->value][] = $batch;
        foreach ($documents as $position => $document) {
            $batch->await($position);
        }

        if (microtime(true) < $this->pausedUntil) {
            $batch->failOpen(self::RETRYABLE, $this->pauseReason);

            return;
        }

        try {
            $stream = $this->streams[$feed->value] ??= new OpenStream($this->clients->get(), $feed);
            foreach ($documents as $position => $document) {
                $stream->push($document, $batch, $position);
            }
        } catch (\Throwable $e) {
            $batch->failOpen(self::RETRYABLE, $e->getMessage());
            $this->logger->error('ACO: ' . $e->getMessage(), ['exception' => $e]);
        }
    }

    /** @param array<int|string, array<string, mixed>> $rows */
    public function keepRows(Feed $feed, PendingBatch $batch, array $rows, DataSerializerInterface $serializer): void
    {
        $batch->keepRows($rows, $serializer);
        foreach ($batch->feedIds() as $id) {
            $this->unwritten[$feed->value][$id] = ($this->unwritten[$feed->value][$id] ?? 0) + 1;
        }
    }

    /** A run over many chunks begins: their answers are awaited at its end. */
    public function beginRun(): void
    {
        $this->forgetParent();
        $this->runs++;
    }

    public function endRun(): void
    {
        if (--$this->runs === 0) {
            $this->settleAll();
        }
    }

    public function isRunning(): bool
    {
        $this->forgetParent();

        return $this->runs > 0;
    }

    /** Writes the rows whose answers are there. */
    public function persistAnswered(Feed $feed): void
    {
        $this->forgetParent();
        $waiting = [];
        foreach ($this->batches[$feed->value] ?? [] as $batch) {
            if ($batch->isAnswered() && $batch->hasRows()) {
                $this->persist($feed, $batch);
            } else {
                $waiting[] = $batch;
            }
        }
        $this->batches[$feed->value] = $waiting;

        if (count($waiting) > self::MAX_BATCHES) {
            $this->settle($feed);
        }
    }

    public function hasUnwritten(Feed $feed): bool
    {
        $this->forgetParent();

        return ($this->unwritten[$feed->value] ?? []) !== [];
    }

    /**
     * Commerce compares an item with its row: one whose row is not written yet would be taken for new and sent twice.
     *
     * @param iterable<string> $ids of feed items
     */
    public function settleRepeated(Feed $feed, iterable $ids): void
    {
        foreach ($ids as $id) {
            if (isset($this->unwritten[$feed->value][$id])) {
                $this->settle($feed);

                return;
            }
        }
    }

    /** Waits for all answers of all feeds and writes their rows. */
    public function settleAll(): void
    {
        $this->forgetParent();
        foreach (array_keys($this->batches) as $feed) {
            $this->settle(Feed::from($feed));
        }
    }

    private function settle(Feed $feed): void
    {
        $stream = $this->streams[$feed->value] ?? null;
        unset($this->streams[$feed->value]);

        try {
            $submission = $stream?->finish();
            if (
                $submission !== null
                && $submission->status === self::RETRYABLE
                && $submission->accepted + $submission->deleted === 0
            ) {
                $this->pausedUntil = microtime(true) + self::PAUSE_SECONDS;
                $this->pauseReason = $submission->reason ?: 'the service delivered nothing just now; it is sent again';
            }
        } catch (\Throwable $e) {
            $this->logger->error('ACO: ' . $e->getMessage(), ['exception' => $e]);
            foreach ($this->batches[$feed->value] ?? [] as $batch) {
                $batch->failOpen(self::RETRYABLE, $e->getMessage());
            }
        }

        $batches = $this->batches[$feed->value] ?? [];
        $this->batches[$feed->value] = [];
        foreach ($batches as $batch) {
            $batch->failOpen(self::RETRYABLE, 'no answer; it is sent again');
            if ($batch->hasRows()) {
                $this->persist($feed, $batch);
            }
        }
    }

    private function persist(Feed $feed, PendingBatch $batch): void
    {
        $serializer = $batch->serializer();
        if ($serializer === null) {
            return;
        }

        foreach ($batch->feedIds() as $id) {
            if (--$this->unwritten[$feed->value][$id] === 0) {
                unset($this->unwritten[$feed->value][$id]);
            }
        }

        // Commerce gives the overall status to each row that the failures do not name, and those are delivered.
        $status = $this->status->build(200, $batch->reason(), $batch->failures(), $batch->responseMetadata());
        $this->table->write($batch->rows(), $status, $batch->metadata, $serializer);
    }

    /** A forked child has its own items; those of its parent are answered there. */
    private function forgetParent(): void
    {
        $process = (int) getmypid();
        if ($this->process !== $process) {
            $this->process = $process;
            $this->streams = [];
            $this->batches = [];
            $this->unwritten = [];
            $this->runs = 0;
        }
    }
}
