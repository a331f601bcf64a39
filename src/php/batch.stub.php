<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * The results of one request: what $onBatch gets. A batch that was given up without a response has one as well.
 *
 * @strict-properties
 * @not-serializable
 */
final class Batch
{
    public readonly Feed $feed;

    /** 200 delivered, 400 rejected, 2 to be sent again. */
    public readonly int $status;

    /** The API's `x-request-id`, "" when there was none or no response. */
    public readonly string $requestId;

    /**
     * The items whose outcome this decided: list of array{position: int, id: string, hash: string,
     * deleted: bool, status: int, message: string, field: ?string}
     */
    public readonly array $results;

    private function __construct() {}
}
