<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Experience;

/**
 * An open submission of events to one datastream; EdgeClient::open() makes it.
 *
 * A stream that is destroyed before finish() drops the events without a response, and logs a warning.
 *
 * @strict-properties
 * @not-serializable
 */
final class EventStream
{
    private function __construct() {}

    /**
     * Adds an event. Blocks only while the window is full.
     *
     * @throws \Aco\Exception\InvalidArgumentException when the stream is finished, or was opened by the parent process
     */
    public function push(Event $event): void {}

    /**
     * Whether the service is down, so that nothing more is sent: what is pushed from now on is retryable without having
     * been tried.
     *
     * @throws \Aco\Exception\InvalidArgumentException when the stream is finished
     */
    public function isStopped(): bool {}

    /**
     * Sends what is pending, waits for the responses, and closes the stream.
     *
     * @throws \Aco\Exception\InvalidArgumentException when called twice, or by the stream's own $onBatch
     */
    public function finish(): \Aco\Submission {}
}
