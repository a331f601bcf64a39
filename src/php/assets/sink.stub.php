<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/** Where the mappings of assets to products go. */
interface Sink
{
    /**
     * Applies changes. Repeating one is harmless.
     *
     * @param array|\Traversable $changes AssetChange or ProductChange objects; which of them are taken is for the sink
     *        to say
     * @param callable|null $onBatch gets an \Aco\Report as soon as the fate of changes is decided
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public function apply(array|\Traversable $changes, ?callable $onBatch = null): \Aco\Submission;
}
