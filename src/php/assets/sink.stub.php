<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/** A destination of the mappings of assets to products. */
interface Sink
{
    /**
     * Applies changes. Repeating one is harmless.
     *
     * @param array|\Traversable $changes AssetChange or ProductChange objects, as far as the sink takes them
     * @param callable|null $onBatch gets an \Aco\Report whenever the outcome of changes is decided
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public function apply(array|\Traversable $changes, ?callable $onBatch = null): \Aco\Submission;
}
