<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * Shows assets on the products of a store, through the REST operations of the integration's Commerce extension.
 *
 * An AssetChange becomes one `sync-asset` where the store knows that operation, and otherwise removals and imports in
 * turn. A ProductChange replaces what the product shows. Changes of one asset, or of one product, keep their order.
 *
 * @strict-properties
 * @not-serializable
 */
final class CommerceSink implements Sink
{
    /**
     * @param \Aco\Limits|null $limits default: those of a new Limits object, but 10 requests a second
     * @param callable|object|null $logger a PSR-3 logger or `fn(string $level, string $message, array $context): void`
     * @param bool|null $syncAsset whether the store knows `sync-asset`; null: by its version, for which the store is
     *        asked once
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
     * The positions and counts of the result are those of the changes; `deleted` counts changes that leave nothing. A
     * change that takes several requests has its position in several reports.
     *
     * @param array|\Traversable $changes AssetChange or ProductChange objects
     * @param callable|null $onBatch fn(\Aco\Report $report): void
     * @throws \Aco\Exception\InvalidArgumentException for a change of another class
     * @implementation-alias Aco\Assets\Sink::apply
     */
    public function apply(array|\Traversable $changes, ?callable $onBatch = null): \Aco\Submission {}

    /**
     * The version of the extension in the store, "" when the store does not say. A store as a cloud service is always
     * current, and is not asked.
     *
     * @throws \Aco\Exception\TransportException no connection, no readable response
     * @throws \Aco\Exception\ApiException the store refuses the credentials
     */
    public function version(): string {}

    /**
     * Counters since the sink was constructed.
     *
     * @return array array{requests: int, tokenRequests: int, retries: int, connections: int, bytesSent: int,
     *               bytesUncompressed: int, bytesReceived: int, waitedMs: int}
     * @implementation-alias Aco\Assets\Sink::stats
     */
    public function stats(): array {}
}
