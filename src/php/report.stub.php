<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * The response to one request of the asset service or the Edge Network, or what became of one that got none: what
 * $onBatch gets there.
 *
 * @strict-properties
 * @not-serializable
 */
final class Report
{
    /** Where it went: the datastream, the store, the layer. */
    public readonly string $channel;

    /** 200 delivered, 400 rejected, 2 to be sent again. */
    public readonly int $status;

    /** The service's `x-request-id`, "" when there was none or no response. */
    public readonly string $requestId;

    /** What this decided: list<array{position: int, id: string, status: int, message: string, field: ?string}> */
    public readonly array $results;

    private function __construct() {}
}
