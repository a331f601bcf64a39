<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Batch;
use Aco\Cli\Store\FeedWriter;
use Aco\Cli\Store\Outcome;
use Aco\Cli\Store\SentBodies;
use Aco\Cli\Store\Status;
use Aco\Client;
use Aco\Document;
use Aco\Feed;
use Aco\Stream;

/**
 * Hands documents of one feed to the client, and writes their results to the table.
 *
 * @phpstan-type Push array{Document, string, int, ?int, ?Document, bool} the arguments of push()
 */
final class Delivery
{
    /** More than any window of the client holds: when so many are in flight, it has stopped sending. */
    private const MAX_IN_FLIGHT = 40000;

    /** Results that are written at once. */
    private const MAX_UNWRITTEN = 5000;
    /** Results that follow each other sooner are written together. */
    private const BURST_SECONDS = 0.05;
    /** How long such results wait for others after some were written. */
    private const WRITE_SECONDS = 0.25;
    private const NO_NOTE = [null, null, false, null, null];

    private readonly float $start;
    private ?Stream $stream = null;
    /** Position in the stream. */
    private int $pushed = 0;
    private int $heldBack = 0;
    /** The note of each: delete body, number of the row, whether that is new, and if needed document and part. */
    private readonly InFlight $inFlight;
    /** @var list<Outcome> results that are not in the table yet */
    private array $unwritten = [];
    /** How many rows they are of. */
    private int $unwrittenRows = 0;
    /** @var array<string, string> bodies of these that the service has accepted, by id */
    private array $accepted = [];
    /** @var array<string, array{Document, string, int, ?int}> to be sent whole, as their parts were refused; by id */
    private array $whole = [];
    private float $writtenAt = 0.0;
    private float $answeredAt = 0.0;

    /** @param \Closure(): void $onChange called when the counters have changed */
    public function __construct(
        private readonly Feed $feed,
        private readonly FeedWriter $writer,
        private readonly Client $client,
        private readonly FeedReport $report,
        private readonly \Closure $onChange,
        private readonly ?int $batchSize = null,
        private readonly ?SentBodies $bodies = null,
    ) {
        $this->start = microtime(true);
        $this->inFlight = new InFlight(self::MAX_IN_FLIGHT, countsLast: true);
    }

    public function isInFlight(string $id): bool
    {
        return $this->inFlight->has($id) || isset($this->whole[$id]);
    }

    /** Ignores further results for this id. */
    public function disregard(string $id): void
    {
        $this->inFlight->forget($id);
        unset($this->whole[$id]);
    }

    /** Whether the service is down. */
    public function isStopped(): bool
    {
        return $this->stream?->isStopped() ?? false;
    }

    /** Counts rows that are left to the next sync. */
    public function hold(int $rows): void
    {
        $this->heldBack += $rows;
    }

    /**
     * @param ?int $row number of the item's row, when known
     * @param ?Document $patch is sent instead; if it is refused, the document
     * @param bool $isNew whether FeedWriter::stageNew() has written the row
     */
    public function push(
        Document $document,
        string $deleteBody,
        int $attempts,
        ?int $row,
        ?Document $patch = null,
        bool $isNew = false,
    ): void {
        if ($this->whole !== []) {
            $this->sendWhole();
        }

        if ($this->isStopped() || $this->inFlight->isFull()) {
            // The row is stored, so the next sync sends it.
            $this->hold(1);

            return;
        }

        $this->stream ??= $this->client->open($this->feed, null, $this->onBatch(...));
        $kept = $this->bodies === null ? null : $document;
        $this->inFlight->add($document->id, '', $this->pushed++, $attempts, [$deleteBody, $row, $isNew, $kept, $patch]);
        $this->report->sent++;
        $this->stream->push($patch ?? $document);

        if ($this->batchSize !== null && $this->pushed % $this->batchSize === 0) {
            $this->client->drain();
        }
    }

    /** Waits for the responses in flight. May be called again after further pushes. */
    public function finish(): void
    {
        $this->report->toRetry += $this->heldBack;
        $this->heldBack = 0;
        if ($this->stream === null) {
            return;
        }

        $this->finishStream();
        while ($this->whole !== []) {
            $this->sendWhole();
            $this->report->toRetry += $this->heldBack;
            $this->heldBack = 0;
            $this->finishStream();
        }
    }

    private function sendWhole(): void
    {
        [$whole, $this->whole] = [$this->whole, []];
        foreach ($whole as $arguments) {
            $this->push(...$arguments);
        }
    }

    private function finishStream(): void
    {
        if ($this->stream === null) {
            return;
        }

        $submission = $this->stream->finish();
        $this->report->accepted += $submission->accepted;
        $this->report->deleted += $submission->deleted;
        $this->report->rejected += $submission->rejected;
        $this->report->toRetry += $submission->retryable;
        $this->report->reason = $this->report->reason ?: $submission->reason;
        foreach ($this->inFlight->rest('', $submission->failedItems) as $results) {
            $this->settle($results, '');
        }

        $this->write();
        $this->stream = null;
        $this->pushed = 0;
        $this->touch();
    }

    /**
     * Breaks off what is in flight.
     *
     * @return list<string> ids of items that may have been sent, and of which the table does not say so
     */
    public function abandon(): array
    {
        $unsent = $this->stream?->unsent() ?? [];
        $this->stream = null;

        $unwritten = array_map(static fn (Outcome $outcome): array => $outcome->ids(), $this->unwritten);

        return array_merge($this->inFlight->ids($unsent), ...$unwritten);
    }

    private function onBatch(Batch $batch): void
    {
        // A stopped stream gives up items without a request.
        $this->report->requests += $batch->status === Status::TO_RETRY && $batch->requestId === '' ? 0 : 1;
        $this->settle($batch->results, $batch->requestId);
        $this->report->settled += count($batch->results);
        $this->touch();
    }

    /** Writes the results that came so far; the table says nothing of them before. */
    public function write(): void
    {
        if ($this->accepted !== []) {
            // Before the rows say that they are delivered: until then these bodies do not count.
            $this->bodies?->put($this->feed, $this->accepted);
            $this->accepted = [];
        }

        if ($this->unwritten !== []) {
            $this->writer->settle($this->unwritten);
            $this->unwritten = [];
            $this->unwrittenRows = 0;
            $this->writtenAt = microtime(true);
        }
    }

    /** @param list<array{id: string, position: int, status: int, message: string, field: ?string}> $results */
    private function settle(array $results, string $requestId): void
    {
        foreach ($results as $result) {
            ['id' => $id, 'status' => $status, 'message' => $message] = $result;
            [$deleteBody, $row, $isNew, $document, $patch] = $this->inFlight->note($id) ?? self::NO_NOTE;

            if ($patch !== null && $status === Status::REJECTED && $this->inFlight->takeBack($result) !== null) {
                // The service may not hold the item, or not as it was delivered.
                $this->whole[$id] = [$document, $deleteBody, 0, $row];
                $this->report->rejected--;
                $this->report->sent--;
                continue;
            }

            if ($status !== Status::DELIVERED) {
                $label = fn (): string => $deleteBody === null || $deleteBody === ''
                    ? $id
                    : StoredKey::labelOf($this->feed, $deleteBody);
                $this->report->failures->add($label, $result['field'], $message);
            }

            $metadata = $this->inFlight->settle($result, $requestId);
            if ($metadata !== null) {
                if ($document !== null && $status === Status::DELIVERED && !$document->deleted) {
                    $this->accepted[$id] = (string) $document;
                    if ($patch !== null) {
                        $this->report->patched++;
                        $this->report->bytesSaved += strlen((string) $document) - strlen((string) $patch);
                    }
                }

                $errors = $message === '' ? null : $message;
                $last = $isNew && $this->unwritten !== [] ? end($this->unwritten) : null;
                if ($last !== null && $last->isOf($status, $errors, $metadata, $row)) {
                    $last->rows[] = [$id, $deleteBody, $row];
                } else {
                    $this->unwritten[] = new Outcome($id, $status, $deleteBody, $errors, $metadata, $row, $isNew);
                }
                $this->unwrittenRows++;
            }
        }

        $now = microtime(true);
        $isBurst = $now - $this->answeredAt < self::BURST_SECONDS;
        $this->answeredAt = $now;

        // What is not written when the process dies is sent twice.
        if (
            !$isBurst
            || $this->unwrittenRows >= self::MAX_UNWRITTEN
            || $now - $this->writtenAt >= self::WRITE_SECONDS
        ) {
            $this->write();
        }
    }

    private function touch(): void
    {
        $this->report->seconds = microtime(true) - $this->start;
        ($this->onChange)();
    }
}
