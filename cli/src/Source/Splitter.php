<?php

declare(strict_types=1);

namespace Aco\Cli\Source;

/** Takes a stream of bytes apart into the texts of items. */
interface Splitter
{
    public const MAX_BYTES = 33554432;

    /** What the texts are called in messages. */
    public function unit(): string;

    /** The place of the text that came last, from 1 on. */
    public function number(): int;

    /**
     * The next text, blank lines left out; false for one that is too long, null at the end.
     *
     * @throws SourceException
     */
    public function next(): string|false|null;
}
