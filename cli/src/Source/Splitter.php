<?php

declare(strict_types=1);

namespace Aco\Cli\Source;

/** Splits a stream of bytes into the JSON texts of items. */
interface Splitter
{
    public const MAX_BYTES = 33554432;

    /** What the texts are called in messages. */
    public function unit(): string;

    /** The number of the latest text, from 1. */
    public function number(): int;

    /**
     * The next text, blank lines left out; false for one that is too long, null at the end.
     *
     * @throws SourceException
     */
    public function next(): string|false|null;
}
