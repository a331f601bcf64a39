<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * Sends documents to the ingestion API in batches.
 *
 * @strict-properties
 * @not-serializable
 */
final class Client
{
    /**
     * @param callable|object|null $logger a PSR-3 logger or
     *        `fn(string $level, string $message, array $context): void`;
     *        never gets a secret, a token or a payload
     * @throws Exception\InvalidArgumentException when the logger is neither, or the state folder cannot be used
     */
    public function __construct(Connection $connection, ?Limits $limits = null, callable|object|null $logger = null) {}

    /**
     * Sends all items and waits for the responses.
     *
     * Failures of items and of the network are part of the result, and never exceptions. Exceptions of the generator,
     * of $onBatch and of the logger reach the caller, and requests in flight are dropped.
     *
     * @param array|\Traversable $items raw feed items (arrays, which are mapped) and Documents in any mix; keys are
     *        ignored, positions count from 0
     * @param Mapper|null $mapper default: new Mapper($feed)
     * @param callable|null $onBatch fn(Batch $batch): void, for every response, and for batches given up without one
     * @throws Exception\InvalidArgumentException when the mapper or a document is of another feed, or an
     *         item is neither an array nor a Document
     */
    public function submit(
        Feed $feed,
        array|\Traversable $items,
        ?Mapper $mapper = null,
        ?callable $onBatch = null,
    ): Submission {}

    /**
     * Opens a stream to push items to. Several may be open at once; they share the client's connections.
     *
     * @param callable|null $onBatch fn(Batch $batch): void, for every response, and for batches given up without one
     * @throws Exception\InvalidArgumentException when the mapper is of another feed
     */
    public function open(Feed $feed, ?Mapper $mapper = null, ?callable $onBatch = null): Stream {}

    /** Sends what is pending in all open streams, and waits for the responses. */
    public function drain(): void {}

    /**
     * Counters since the client was constructed.
     *
     * @return array array{requests: int, tokenRequests: int, retries: int, connections: int, bytesSent: int,
     *               bytesUncompressed: int, bytesReceived: int, waitedMs: int}
     */
    public function stats(): array {}
}
