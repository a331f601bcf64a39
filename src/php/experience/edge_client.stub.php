<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Experience;

/**
 * Sends events to datastreams of the Edge Network (`POST /ee/v2/collect`), up to 64 KB in one request.
 *
 * @strict-properties
 * @not-serializable
 */
final class EdgeClient
{
    /**
     * @param \Aco\Limits|null $limits default: those of a new Limits object, but 100 requests a second
     * @param callable|object|null $logger a PSR-3 logger or `fn(string $level, string $message, array $context): void`;
     *        never gets a secret, a token or an event
     * @throws \Aco\Exception\InvalidArgumentException when the logger is neither, or the state folder cannot be used
     */
    public function __construct(
        EdgeConnection $connection,
        ?\Aco\Limits $limits = null,
        callable|object|null $logger = null,
    ) {}

    /**
     * Sends all events to one datastream and waits for the responses.
     *
     * The positions of the result count the events from 0. Events with status 400 will never be accepted; those with
     * status 2 have to be sent again, with the same `_id`. Exceptions of the generator, of $onBatch and of the logger
     * reach the caller, and requests in flight are dropped.
     *
     * @param array|\Traversable $events Event objects
     * @param callable|null $onBatch fn(\Aco\Report $report): void, for every response, and for events
     *        given up without one
     * @param string $datasetId a dataset instead of the one that the datastream has; its override has to be configured
     *        there. "": that of the datastream
     * @throws \Aco\Exception\InvalidArgumentException when the datastream's id is invalid, or an item is not an Event
     */
    public function submit(
        string $datastreamId,
        array|\Traversable $events,
        ?callable $onBatch = null,
        string $datasetId = "",
    ): \Aco\Submission {}

    /**
     * Opens a stream to push events to. Streams to several datastreams share the client's connections.
     *
     * @param callable|null $onBatch as for submit()
     * @throws \Aco\Exception\InvalidArgumentException when the datastream's id is invalid
     */
    public function open(string $datastreamId, ?callable $onBatch = null, string $datasetId = ""): EventStream {}

    /**
     * Counters since the client was constructed.
     *
     * `partial` counts responses 207: accepted, with a failure behind the Edge Network. `withoutConsent` counts
     * warnings that an accepted event was ignored because consent is missing.
     *
     * @return array array{requests: int, tokenRequests: int, retries: int, connections: int, bytesSent: int,
     *               bytesUncompressed: int, bytesReceived: int, waitedMs: int, partial: int, withoutConsent: int}
     */
    public function stats(): array {}
}
