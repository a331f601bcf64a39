<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

/** JSON as the command prints it, with characters escaped that a terminal would act on. */
final class Json
{
    private const FLAGS = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE
        | JSON_PRESERVE_ZERO_FRACTION | JSON_THROW_ON_ERROR;

    public static function encode(mixed $value): string
    {
        return self::printable(json_encode($value, self::FLAGS));
    }

    public static function document(mixed $value): string
    {
        return self::printable(json_encode($value, self::FLAGS | JSON_PRETTY_PRINT));
    }

    /** Unprintable characters only occur in strings, where an escape means the same. */
    public static function printable(string $json): string
    {
        return preg_replace_callback(
            '/[' . Text::UNPRINTABLE . ']/u',
            static fn (array $match): string
                => $match[0] === "\x7F" ? '\\u007f' : trim(json_encode($match[0], JSON_THROW_ON_ERROR), '"'),
            $json,
        );
    }
}
