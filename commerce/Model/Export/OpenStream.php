<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Export;

use Aco\Batch;
use Aco\Client;
use Aco\Document;
use Aco\Feed;
use Aco\Stream;
use Aco\Submission;

/** A stream of one feed, and which item of which batch each of its positions is. */
class OpenStream
{
    private readonly Stream $stream;

    /**
     * @var array<int, array{PendingBatch, int, string}> batch, position in it and identity, by position in the stream
     */
    private array $places = [];

    /** @var array<string, int> how many items of an identity have no answer yet */
    private array $inFlight = [];

    private int $pushed = 0;

    public function __construct(Client $client, public readonly Feed $feed)
    {
        // Without $this in the closure a forgotten stream would never be freed: it would hold itself.
        $places = &$this->places;
        $inFlight = &$this->inFlight;
        $this->stream = $client->open($feed, null, static function (Batch $batch) use (&$places, &$inFlight): void {
            foreach ($batch->results as $result) {
                self::settle(
                    $places,
                    $inFlight,
                    $result['position'],
                    $result['status'],
                    $result['message'],
                    $batch->requestId,
                );
            }
        });
    }

    public function push(Document $document, PendingBatch $batch, int $position): void
    {
        $this->places[$this->pushed++] = [$batch, $position, $document->id];
        $this->inFlight[$document->id] = ($this->inFlight[$document->id] ?? 0) + 1;
        $this->stream->push($document);
    }

    public function isInFlight(string $id): bool
    {
        return isset($this->inFlight[$id]);
    }

    /** Waits for all answers. What Stream refuses to send is named in the submission alone. */
    public function finish(): Submission
    {
        $submission = $this->stream->finish();
        foreach ($submission->failedItems as $place => $failure) {
            self::settle($this->places, $this->inFlight, $place, $failure['status'], $failure['message'], '');
        }

        return $submission;
    }

    /**
     * @param array<int, array{PendingBatch, int, string}> $places
     * @param array<string, int> $inFlight
     */
    private static function settle(
        array &$places,
        array &$inFlight,
        int $place,
        int $status,
        string $message,
        string $requestId,
    ): void {
        if (!isset($places[$place])) {
            return;
        }

        [$batch, $position, $id] = $places[$place];
        unset($places[$place]);
        if (--$inFlight[$id] === 0) {
            unset($inFlight[$id]);
        }

        $batch->addRequestId($requestId);
        if ($status === 200) {
            $batch->delivered($position);
        } else {
            $batch->failed($position, $status, $message);
        }
    }
}
