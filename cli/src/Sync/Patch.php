<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Document;
use Aco\Feed;

/**
 * The part of a body that has changed since it was delivered, to be sent with PATCH: only where the API can make of it
 * nothing else than what the whole body would have made, whichever of its descriptions of PATCH is meant. They
 * contradict each other about lists, and say nothing of empty ones.
 */
final class Patch
{
    private const FLAGS = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS
        | JSON_THROW_ON_ERROR;

    /** A part that saves less is not worth a request of another kind. */
    private const MOST = 0.5;

    /** Members that identify an item, and are in every part. */
    private const IDENTITY = [
        'products' => ['sku' => true, 'source' => true],
        'productAttributes' => ['code' => true, 'source' => true],
        'categories' => ['slug' => true, 'source' => true],
        'categoryAttributes' => ['code' => true, 'source' => true],
        'prices' => ['sku' => true, 'priceBookId' => true],
    ];

    /** Lists whose members the API matches by these of their members. */
    private const KEYS = [
        'products' => [
            'attributes' => ['code'],
            'images' => ['url'],
            'routes' => ['path'],
            'links' => ['type', 'sku'],
            'externalIds' => ['origin'],
        ],
        'prices' => ['discounts' => ['code'], 'tierPrices' => ['qty']],
    ];

    /** Lists of which it is said that what is not in the part stays. */
    private const KEPT = ['products' => ['attributes' => true]];

    /** Feeds whose lists a part replaces. */
    private const REPLACED = ['productAttributes' => true, 'categories' => true, 'categoryAttributes' => true];

    /** Null when only the whole document says it surely, and in less. */
    public static function between(string $delivered, Document $document): ?Document
    {
        $feed = $document->feed;
        if (!$feed->takesPatch() || $feed === Feed::PriceBooks || $document->deleted) {
            // A part of a price book is hardly smaller, as it needs a name, and a currency or a parent.
            return null;
        }

        $old = json_decode($delivered, true);
        $new = json_decode((string) $document, true);
        $part = is_array($old) && is_array($new) ? self::part($feed->value, $old, $new) : null;
        if ($part === null) {
            return null;
        }

        $json = json_encode($part, self::FLAGS);

        return strlen($json) <= self::MOST * strlen((string) $document)
            ? Document::patch($feed, $document->id, $json)
            : null;
    }

    /**
     * @param array<string, mixed> $old
     * @param array<string, mixed> $new
     * @return ?array<string, mixed>
     */
    private static function part(string $feed, array $old, array $new): ?array
    {
        if (array_diff_key($old, $new) !== []) {
            // Nothing removes a member.
            return null;
        }

        $part = [];
        foreach ($new as $name => $value) {
            $before = $old[$name] ?? null;
            if (isset(self::IDENTITY[$feed][$name])) {
                if ($value !== $before) {
                    return null;
                }
                $part[$name] = $value;
            } elseif ($value !== $before) {
                $changed = is_array($value) ? self::changed($feed, $name, $before, $value) : $value;
                if ($changed === null || is_array($before) !== is_array($value) && $before !== null) {
                    return null;
                }
                $part[$name] = $changed;
            }
        }

        return $part;
    }

    /**
     * @param array<mixed> $value
     * @return ?array<mixed>
     */
    private static function changed(string $feed, string $name, mixed $before, array $value): ?array
    {
        if ($before === null) {
            // Nothing is there that could stay, but an empty list may mean anything.
            return $value === [] || self::hasEmptyList($value) ? null : $value;
        }
        if (!is_array($before) || $value === [] || $before === [] && self::hasEmptyList($value)) {
            return null;
        }

        if (!array_is_list($value)) {
            // Right if members are merged, and if the object is replaced; lists in it may be appended to.
            return self::isGrown($before, $value) && array_filter($value, is_array(...)) === [] ? $value : null;
        }
        if (isset(self::REPLACED[$feed])) {
            return self::hasEmptyList($value) ? null : $value;
        }

        $keys = self::KEYS[$feed][$name] ?? null;

        return $keys === null ? null : self::matched($keys, $before, $value, isset(self::KEPT[$feed][$name]));
    }

    /**
     * A list that is right if its members are matched by their keys, and if it is replaced.
     *
     * @param list<string> $keys
     * @param array<mixed> $before
     * @param array<mixed> $value
     * @param bool $isKept whether members that have not changed may be left out
     * @return ?list<mixed>
     */
    private static function matched(array $keys, array $before, array $value, bool $isKept): ?array
    {
        $old = self::byKey($keys, $before);
        $new = self::byKey($keys, $value);
        // The order is that of the old list, with new members behind it: a list in another order is another list.
        if ($old === null || $new === null || array_keys($old) !== array_slice(array_keys($new), 0, count($old))) {
            return null;
        }

        $changed = [];
        foreach ($new as $key => $entry) {
            $isSame = isset($old[$key]) && $old[$key] === $entry;
            if (!$isSame && (self::hasEmptyList($entry) || (isset($old[$key]) && !self::isGrown($old[$key], $entry)))) {
                return null;
            }
            if (!$isSame || !$isKept) {
                $changed[] = $entry;
            }
        }

        return $changed;
    }

    /**
     * @param list<string> $keys
     * @param array<mixed> $list
     * @return ?array<string, array<string, mixed>> null when two members have the same key
     */
    private static function byKey(array $keys, array $list): ?array
    {
        $byKey = [];
        foreach ($list as $entry) {
            if (!is_array($entry)) {
                return null;
            }
            $byKey['k' . serialize(array_map(static fn (string $key): mixed => $entry[$key] ?? null, $keys))] = $entry;
        }

        return count($byKey) === count($list) ? $byKey : null;
    }

    /**
     * Whether an object has all members of the other, so that it is the same whether they are merged or replaced.
     *
     * @param array<mixed> $old
     * @param array<mixed> $new
     */
    private static function isGrown(array $old, array $new): bool
    {
        return array_diff_key($old, $new) === [];
    }

    /** @param array<mixed> $value */
    private static function hasEmptyList(array $value): bool
    {
        foreach ($value as $member) {
            if (is_array($member) && ($member === [] || self::hasEmptyList($member))) {
                return true;
            }
        }

        return false;
    }
}
