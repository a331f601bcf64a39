<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * An open submission. Positions count the items pushed, from 0.
 *
 * A stream that is destroyed before finish() drops the items without a response, and logs a warning.
 *
 * @strict-properties
 * @not-serializable
 */
final class Stream
{
    private function __construct() {}

    /**
     * Adds an item. Blocks only while the window is full or an item with the same id is in flight.
     *
     * @throws Exception\InvalidArgumentException when the stream is finished or a document is of another feed
     */
    public function push(array|Document $item): void {}

    /**
     * Whether the service is down, so that nothing more is sent: what is pushed from now on is retryable without having
     * been tried.
     *
     * @throws Exception\InvalidArgumentException when the stream is finished
     */
    public function isStopped(): bool {}

    /**
     * The items of which no request was begun yet: what a program need not undo that breaks the submission off.
     *
     * @return list<int> positions, in no order
     * @throws Exception\InvalidArgumentException when the stream is finished
     */
    public function unsent(): array {}

    /**
     * Sends what is pending, waits for the responses, and closes the stream.
     *
     * @throws Exception\InvalidArgumentException when called twice, or by the stream's own $onBatch
     */
    public function finish(): Submission {}
}
