<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Export;

use Aco\CommerceOptimizer\Model\ClientProvider;
use Aco\Document;
use Aco\Feed;
use Magento\DataExporter\Model\FeedExportStatusBuilder;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\DataExporter\Model\Logging\CommerceDataExportLoggerInterface;

/**
 * What this process has handed to the extension and not yet written to a feed table. A row is written when its fate is known; what a death
 * leaves without a row is simply sent again.
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

    /** Writes the rows whose answers are there. */
    public function persistAnswered(Feed $feed): void
    {
        $this->forgetParent();
        $waiting = [];
        foreach ($this->batches[$feed->value] ?? [] as $batch) {
            if ($batch->isAnswered() && $batch->hasRows()) {
                $this->persist($batch);
            } else {
                $waiting[] = $batch;
            }
        }
        $this->batches[$feed->value] = $waiting;

        if (count($waiting) > self::MAX_BATCHES) {
            $this->settle($feed);
        }
    }

    /**
     * Commerce compares an item with its row: one whose row is not written yet would be taken for new and inserted twice.
     *
     * @param array<int|string, array<string, mixed>> $items
     */
    public function settleRepeated(Feed $feed, array $items): void
    {
        $this->forgetParent();
        $stream = $this->streams[$feed->value] ?? null;
        foreach ($stream === null ? [] : $items as $item) {
            $id = MappedItem::is($item) ? MappedItem::id($item) : null;
            if ($id !== null && $this->isUnwritten($feed, $id)) {
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
            if ($submission !== null && $submission->status === self::RETRYABLE && $submission->accepted + $submission->deleted === 0) {
                $this->pausedUntil = microtime(true) + self::PAUSE_SECONDS;
                $this->pauseReason = $submission->reason;
            }
        } catch (\Throwable $e) {
            $this->logger->error('ACO: ' . $e->getMessage(), ['exception' => $e]);
            foreach ($this->batches[$feed->value] as $batch) {
                $batch->failOpen(self::RETRYABLE, $e->getMessage());
            }
        }

        $batches = $this->batches[$feed->value] ?? [];
        $this->batches[$feed->value] = [];
        foreach ($batches as $batch) {
            $batch->failOpen(self::RETRYABLE, 'no answer; it is sent again');
            if ($batch->hasRows()) {
                $this->persist($batch);
            }
        }
    }

    private function isUnwritten(Feed $feed, string $id): bool
    {
        foreach ($this->batches[$feed->value] ?? [] as $batch) {
            foreach ($batch->rows() as $row) {
                if ($row[FeedIndexMetadata::FEED_TABLE_FIELD_FEED_ID] === $id) {
                    return true;
                }
            }
        }

        return false;
    }

    private function persist(PendingBatch $batch): void
    {
        $serializer = $batch->serializer();
        if ($serializer === null) {
            return;
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
        }
    }
}
