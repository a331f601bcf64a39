<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Batch;
use Aco\Cli\Store\FeedWriter;
use Aco\Cli\Store\Outcome;
use Aco\Cli\Store\Status;
use Aco\Client;
use Aco\Document;
use Aco\Feed;
use Aco\Stream;

/** Hands documents of one feed to the client, and writes their results to the table. */
final class Delivery
{
    /** More than any window of the client holds: when so many are in flight, it has stopped sending. */
    private const MAX_IN_FLIGHT = 40000;

    /** Results that are written at once. */
    private const MAX_UNWRITTEN = 5000;
    /** How long the next results wait for others after some were written. */
    private const WRITE_SECONDS = 0.25;

    private readonly float $start;
    private ?Stream $stream = null;
    /** Position in the stream. */
    private int $pushed = 0;
    private int $heldBack = 0;
    /** The note of each is its delete body and the number of its row. */
    private readonly InFlight $inFlight;
    /** @var list<Outcome> results that are not in the table yet */
    private array $unwritten = [];
    private float $writtenAt = 0.0;

    /** @param \Closure(): void $onChange called when the counters have changed */
    public function __construct(
        private readonly Feed $feed,
        private readonly FeedWriter $writer,
        private readonly Client $client,
        private readonly FeedReport $report,
        private readonly \Closure $onChange,
        private readonly ?int $batchSize = null,
    ) {
        $this->start = microtime(true);
        $this->inFlight = new InFlight(self::MAX_IN_FLIGHT, countsLast: true);
    }

    public function isInFlight(string $id): bool
    {
        return $this->inFlight->has($id);
    }

    /** Ignores further results for this id. */
    public function disregard(string $id): void
    {
        $this->inFlight->forget($id);
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

    /** @param ?int $row number of the item's row, when known */
    public function push(Document $document, string $deleteBody, int $attempts, ?int $row): void
    {
        if ($this->isStopped() || $this->inFlight->isFull()) {
            // The row is stored, so the next sync sends it.
            $this->hold(1);

            return;
        }

        $this->stream ??= $this->client->open($this->feed, null, $this->onBatch(...));
        $this->inFlight->add($document->id, '', $this->pushed++, $attempts, [$deleteBody, $row]);
        $this->report->sent++;
        $this->stream->push($document);

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
        $this->stream = null;

        return [...$this->inFlight->ids(), ...array_column($this->unwritten, 'feedId')];
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
        if ($this->unwritten !== []) {
            $this->writer->settle($this->unwritten);
            $this->unwritten = [];
            $this->writtenAt = microtime(true);
        }
    }

    /** @param list<array{id: string, position: int, status: int, message: string, field: ?string}> $results */
    private function settle(array $results, string $requestId): void
    {
        foreach ($results as $result) {
            ['id' => $id, 'status' => $status, 'message' => $message] = $result;
            [$deleteBody, $row] = $this->inFlight->note($id) ?? [null, null];

            if ($status !== Status::DELIVERED) {
                $label = fn (): string => $this->label($id, (string) $deleteBody);
                $this->report->failures->add($label, $result['field'], $message);
            }

            $metadata = $this->inFlight->settle($result, $requestId);
            if ($metadata !== null) {
                $this->unwritten[] = new Outcome(
                    $id,
                    $status,
                    $deleteBody,
                    $message === '' ? null : $message,
                    $metadata,
                    $row,
                );
            }
        }

        if (
            count($this->unwritten) >= self::MAX_UNWRITTEN
            || microtime(true) - $this->writtenAt >= self::WRITE_SECONDS
        ) {
            $this->write();
        }
    }

    private function label(string $id, string $deleteBody): string
    {
        return $deleteBody === '' ? $id : StoredKey::of(FeedProfile::of($this->feed), $deleteBody)->label();
    }

    private function touch(): void
    {
        $this->report->seconds = microtime(true) - $this->start;
        ($this->onChange)();
    }
}
