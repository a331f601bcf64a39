<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * The outcome of all items of a submission, in the shape of `ExportFeedInterface::export()`.
 *
 * @strict-properties
 * @not-serializable
 */
final class Submission
{
    /**
     * 200: every item was delivered or rejected for itself. 2: some items have to be sent again. 400: all were
     * rejected.
     */
    public readonly int $status;

    /** The first failure that was not due to an item, "" when there was none. */
    public readonly string $reason;

    /**
     * array<int, array{message: string, status: 400|2, field: ?string}> by position. What is not listed is delivered or
     * skipped.
     */
    public readonly array $failedItems;

    public readonly int $accepted;
    public readonly int $deleted;
    public readonly int $rejected;
    public readonly int $retryable;

    /** Items that are never submitted. */
    public readonly int $skipped;

    /** list<string> `x-request-id` of the responses, in order of arrival. */
    public readonly array $requestIds;

    private function __construct() {}
}
