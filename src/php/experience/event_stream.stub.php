<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Experience;

/**
 * Events on their way to one datastream. From EdgeClient::open().
 *
 * A stream destroyed before finish() drops what got no response, and logs a warning.
 *
 * @strict-properties
 * @not-serializable
 */
final class EventStream
{
    private function __construct() {}

    /**
     * Blocks only when the send window is full.
     *
     * @throws \Aco\Exception\InvalidArgumentException when the stream is finished, or was opened by the parent process
     */
    public function push(Event $event): void {}

    /**
     * Sends what is pending, waits for the responses, and ends the stream.
     *
     * @throws \Aco\Exception\InvalidArgumentException when called again, or by the stream's own callback
     */
    public function finish(): \Aco\Submission {}
}
