<?php

declare(strict_types=1);

namespace Aco\Sandbox\Catalog;

/** One way of writing JSON everywhere, so that what is stored compares byte by byte. */
final class Json
{
    private const FLAGS = JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE
        | JSON_PRESERVE_ZERO_FRACTION;
    private const MAX_DEPTH = 64;

    public static function encode(mixed $value): string
    {
        return json_encode($value, self::FLAGS);
    }

    /** For text that may hold invalid UTF-8 from outside, such as an error message that quotes it. */
    public static function encodeLenient(mixed $value): string
    {
        return json_encode($value, self::FLAGS | JSON_INVALID_UTF8_SUBSTITUTE);
    }

    public static function pretty(mixed $value): string
    {
        return json_encode($value, self::FLAGS | JSON_PRETTY_PRINT);
    }

    /** @throws \JsonException */
    public static function decode(string $text): mixed
    {
        return json_decode($text, false, self::MAX_DEPTH, JSON_THROW_ON_ERROR);
    }
}
