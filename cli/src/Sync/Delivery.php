<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Batch;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\Outcome;
use Aco\Cli\Store\Status;
use Aco\Client;
use Aco\Document;
use Aco\Feed;
use Aco\Stream;

/** Hands documents of one feed to the client and writes to the table what becomes of them. */
final class Delivery
{
    /** More than any window of the client holds: when so many wait for an answer, it has stopped sending. */
    private const MAX_IN_FLIGHT = 40000;

    private readonly float $start;
    private ?Stream $stream = null;
    /** Position in the stream. */
    private int $pushed = 0;
    private int $heldBack = 0;

    /**
     * The latest document of each id whose answer is still to come: position, delete body, attempts before.
     *
     * @var array<string, array{int, string, int}>
     */
    private array $underWay = [];

    /** @param \Closure(): void $onChange called when the counters have moved */
    public function __construct(
        private readonly Feed $feed,
        private readonly FeedStore $store,
        private readonly Client $client,
        private readonly FeedReport $report,
        private readonly \Closure $onChange,
        private readonly ?int $batchSize = null,
    ) {
        $this->start = microtime(true);
    }

    public function isUnderWay(string $id): bool
    {
        return isset($this->underWay[$id]);
    }

    /** The answer to a document of this id is no longer to be written. */
    public function disregard(string $id): void
    {
        unset($this->underWay[$id]);
    }

    public function push(Document $document, string $deleteBody, int $attempts): void
    {
        if (count($this->underWay) >= self::MAX_IN_FLIGHT) {
            // The row is written: the next sync sends it.
            $this->heldBack++;

            return;
        }
        $this->stream ??= $this->client->open($this->feed, null, $this->onBatch(...));
        $this->underWay[$document->id] = [$this->pushed++, $deleteBody, $attempts];
        $this->report->sent++;
        $this->stream->push($document);
        if ($this->batchSize !== null && $this->pushed % $this->batchSize === 0) {
            $this->client->drain();
        }
    }

    /** Waits for the answers that are still to come. May be called again after further pushes. */
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
        $this->settleRest($submission->failedItems);
        $this->stream = null;
        $this->pushed = 0;
        $this->touch();
    }

    private function onBatch(Batch $batch): void
    {
        // What a stopped stream gives up was never asked for.
        $this->report->requests += $batch->status === Status::TO_RETRY && $batch->requestId === '' ? 0 : 1;
        $outcomes = [];
        foreach ($batch->results as $result) {
            $outcomes[] = $this->outcome(
                $result['id'],
                $result['position'],
                $result['status'],
                $result['message'],
                $result['field'],
                $batch->requestId,
            );
        }
        $this->settle($outcomes);
        $this->report->answered += count($batch->results);
        $this->touch();
    }

    /**
     * Items that no batch has answered: those pushed to a stream that had stopped, and bodies too large to send.
     *
     * @param array<int, array{message: string, status: int, field: ?string}> $failedItems by position
     */
    private function settleRest(array $failedItems): void
    {
        foreach (array_chunk($this->underWay, FeedStore::LOOKUP_LIMIT, true) as $chunk) {
            $outcomes = [];
            foreach ($chunk as $id => [$position]) {
                $failure = $failedItems[$position] ?? ['message' => '', 'status' => Status::DELIVERED, 'field' => null];
                $outcomes[] = $this->outcome(
                    (string) $id,
                    $position,
                    $failure['status'],
                    $failure['message'],
                    $failure['field'],
                    '',
                );
            }
            $this->settle($outcomes);
        }
    }

    /** Null when a later document of the same id decides. */
    private function outcome(
        string $id,
        int $position,
        int $status,
        string $message,
        ?string $field,
        string $requestId,
    ): ?Outcome {
        [$latest, $deleteBody, $attempts] = $this->underWay[$id] ?? [null, '', 0];
        if ($status !== Status::DELIVERED) {
            $this->report->failures->add(
                fn (): string => $deleteBody === ''
                    ? $id
                    : StoredKey::of(FeedProfile::of($this->feed), $deleteBody)->label(),
                $field,
                $message,
            );
        }
        if ($latest !== $position) {
            return null;
        }
        unset($this->underWay[$id]);
        // Without an answer it is the service that has failed, not the item.
        $attempts += $status === Status::TO_RETRY && $requestId !== '' ? 1 : 0;
        $metadata = $status === Status::TO_RETRY
            ? Metadata::encode($requestId, $field, $attempts, Backoff::retryAt($attempts, time()))
            : Metadata::encode($requestId, $field, $attempts === 0 ? 0 : $attempts + 1);

        return new Outcome($id, $status, $deleteBody, $message === '' ? null : $message, $metadata);
    }

    /** @param list<?Outcome> $outcomes */
    private function settle(array $outcomes): void
    {
        $this->store->settle($this->feed, array_values(array_filter($outcomes)));
    }

    private function touch(): void
    {
        $this->report->seconds = microtime(true) - $this->start;
        ($this->onChange)();
    }
}
