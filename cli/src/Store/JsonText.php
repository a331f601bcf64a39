<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/**
 * JSON for columns that do not hold every character, as those of Commerce before 2.4.8 (utf8mb3): the same document
 * with all but ASCII escaped. Bodies have no such escapes of their own, so that what was stored comes back byte by
 * byte.
 */
final class JsonText
{
    /** An escaped backslash is passed over, so that `\\u00e9` stays as it is. */
    private const ESCAPE = '/\\\\(?:[^u]|u(?:d[89ab][0-9a-f]{2}\\\\ud[c-f][0-9a-f]{2}'
        . '|00[89a-f][0-9a-f]|0[1-9a-f][0-9a-f]{2}|[1-9a-f][0-9a-f]{3}))/';

    public static function toAscii(string $json): string
    {
        return preg_replace_callback(
            '/[^\x00-\x7f]+/',
            static fn (array $run): string
                => substr(json_encode($run[0], JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR), 1, -1),
            $json,
        );
    }

    public static function fromAscii(string $json): string
    {
        return !str_contains($json, '\\u') ? $json : preg_replace_callback(
            self::ESCAPE,
            // An unpaired surrogate stays as it is.
            static fn (array $escape): string
                => $escape[0][1] === 'u' ? json_decode("\"$escape[0]\"") ?? $escape[0] : $escape[0],
            $json,
        );
    }
}
