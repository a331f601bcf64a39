<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * Shows assets on the products of a store, through the REST operations of the integration's Commerce extension.
 *
 * An AssetChange becomes one `sync-asset` where the store knows that, else removals and imports one after the other.
 * A ProductChange replaces what the product shows. Changes of one asset, or of one product, keep their order.
 *
 * @strict-properties
 * @not-serializable
 */
final class CommerceSink implements Sink
{
    /**
     * @param \Aco\Limits|null $limits default: those of a new Limits object, but 10 requests a second
     * @param callable|object|null $logger a PSR-3 logger or `fn(string $level, string $message, array $context): void`
     * @param bool|null $syncAsset whether the store knows `sync-asset`; null: by its version, which is asked for once
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public function __construct(
        CommerceConnection $connection,
        Delivery $delivery,
        ?\Aco\Limits $limits = null,
        callable|object|null $logger = null,
        ?bool $syncAsset = null
    ) {}

    /**
     * The result's positions and counts are those of the changes; `deleted` are changes that leave nothing. A change
     * that takes several requests has its position in several reports.
     *
     * @param array|\Traversable $changes AssetChange or ProductChange objects
     * @param callable|null $onBatch fn(\Aco\Report $report): void
     * @throws \Aco\Exception\InvalidArgumentException for anything else among the changes
     */
    public function apply(array|\Traversable $changes, ?callable $onBatch = null): \Aco\Submission {}

    /**
     * The version of the store's extension, "" when it does not tell. Asks on premises only; a cloud service is always
     * current.
     *
     * @throws \Aco\Exception\TransportException no connection, no readable response
     * @throws \Aco\Exception\ApiException the store refuses the credentials
     */
    public function version(): string {}

    /**
     * Counters since the sink was made.
     *
     * @return array array{requests: int, tokenRequests: int, retries: int, connections: int, bytesSent: int,
     *               bytesUncompressed: int, bytesReceived: int, waitedMs: int}
     */
    public function stats(): array {}
}
