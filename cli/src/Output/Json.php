<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

/** JSON as the command prints it. */
final class Json
{
    private const FLAGS = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE
        | JSON_PRESERVE_ZERO_FRACTION | JSON_THROW_ON_ERROR;

    public static function encode(mixed $value): string
    {
        return json_encode($value, self::FLAGS);
    }

    public static function document(mixed $value): string
    {
        return json_encode($value, self::FLAGS | JSON_PRETTY_PRINT);
    }
}
