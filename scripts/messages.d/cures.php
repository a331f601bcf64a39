<?php

declare(strict_types=1);

// What the pages say to do about messages.

const CURE_SECTION = 'What to do on an error';
/** Shorter parts of a message, and these, are in too many of them. */
const SHORTEST_PART = 7;
const COMMON_PARTS = ['cannot be', 'cannot be read', 'does not exist', 'is missing'];

/** @return array<string, string> cause and cure by a part of the message, of one page */
function cures(string $page): array
{
    static $known = [];
    if (isset($known[$page])) {
        return $known[$page];
    }

    $cures = [];
    foreach ((new Page("docs/$page.md"))->rows(CURE_SECTION) as $row) {
        foreach (code_spans($row[0]) as $span) {
            foreach (preg_split('/…/u', $span) as $part) {
                $part = trim($part, ' ,.:()');
                if (strlen($part) >= SHORTEST_PART && !in_array($part, COMMON_PARTS, true)) {
                    $cures[$part] ??= str_replace('|', '\\|', end($row));
                }
            }
        }
    }

    return $known[$page] = $cures;
}

/**
 * That of the longest part that the message has; null: the pages do not name it.
 *
 * @param list<string> $pages names below docs/, without their ending
 */
function cure_of(string $message, array $pages): ?string
{
    $cures = array_merge([], ...array_map(cures(...), $pages));
    $found = array_filter(
        $cures,
        static fn (string $part): bool => stripos($message, $part) !== false,
        ARRAY_FILTER_USE_KEY,
    );
    uksort($found, static fn (string $a, string $b): int => strlen($b) <=> strlen($a));

    return $found === [] ? null : reset($found);
}
