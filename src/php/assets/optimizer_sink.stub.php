<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * Shows assets in Commerce Optimizer, in a product layer of their own. Layers take images only, so videos are left out.
 *
 * A layer holds all images of a product, so only ProductChange objects are taken.
 *
 * @strict-properties
 * @not-serializable
 */
final class OptimizerSink implements Sink
{
    /**
     * @param string $layer name of the layer, which nothing else may write to
     * @param string|null $locale e.g. `en-US`; null: all locales
     * @param \Aco\Limits|null $limits default: new Limits()
     * @param callable|object|null $logger a PSR-3 logger or `fn(string $level, string $message, array $context): void`
     * @param string|null $labelStoreView the store view whose alt text becomes the label; null: the first one
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public function __construct(
        \Aco\Connection $connection,
        Delivery $delivery,
        string $layer = "AEM-Assets",
        ?string $locale = "en-US",
        ?\Aco\Limits $limits = null,
        callable|object|null $logger = null,
        ?string $labelStoreView = null
    ) {}

    /**
     * The positions of the result are those of the changes; `deleted` counts changes that leave no image.
     *
     * @param array|\Traversable $changes ProductChange objects
     * @param callable|null $onBatch fn(\Aco\Report $report): void
     * @throws \Aco\Exception\InvalidArgumentException for a change of another class
     * @implementation-alias Aco\Assets\Sink::apply
     */
    public function apply(array|\Traversable $changes, ?callable $onBatch = null): \Aco\Submission {}

    /**
     * Counters since the sink was constructed.
     *
     * @return array array{requests: int, tokenRequests: int, retries: int, connections: int, bytesSent: int,
     *               bytesUncompressed: int, bytesReceived: int, waitedMs: int}
     * @implementation-alias Aco\Assets\Sink::stats
     */
    public function stats(): array {}
}
