<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * The results of one request to a store, a layer or the Edge Network: what $onBatch gets there. A request that was
 * given up without a response has a report as well.
 *
 * @strict-properties
 * @not-serializable
 */
final class Report
{
    /** The destination: a datastream, a store or a layer. */
    public readonly string $channel;

    /** 200 delivered, 400 rejected, 2 to be sent again. */
    public readonly int $status;

    /** The service's `x-request-id`, "" when there was none or no response. */
    public readonly string $requestId;

    /**
     * The items whose outcome this decided: list<array{position: int, id: string, status: int, message: string, field:
     * ?string}>
     */
    public readonly array $results;

    private function __construct() {}
}
