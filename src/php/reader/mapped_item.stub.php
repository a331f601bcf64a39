<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco;

/**
 * An item that was read, with its document or the reason why it has none.
 *
 * @strict-properties
 * @not-serializable
 */
final class MappedItem
{
    /** The number of the text in its source, from 1. */
    public readonly int $line;

    /** Null for an item that is refused, and for one with nothing to submit (the root category). */
    public readonly ?Document $document;

    /** The id of a refused item, as far as it can be identified: that of Mapper::deletion(). */
    public readonly ?string $refusedId;

    /** The item's own number in Commerce, 0 when it has none. */
    public readonly int $sourceEntityId;

    /** The JSON of Mapper::deletion(), "" when there is none. */
    public readonly string $deleteBody;

    /** Whether the item itself says that it is deleted; a document is a deletion in a disabled scope as well. */
    public readonly bool $isDeletion;

    /** False when the text is no JSON object; $reason says why. */
    public readonly bool $isItem;

    /** The field of a refused item, e.g. `images.3.resource.url`, "" when it is the item as a whole. */
    public readonly string $field;

    /** What is wrong with it, "" for an item that is not refused. */
    public readonly string $reason;

    /** Whether bytes that are not UTF-8, or half a surrogate pair, became U+FFFD. */
    public readonly bool $isRepaired;

    private function __construct() {}
}
