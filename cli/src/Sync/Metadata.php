<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

/** The column `metadata` of the feed tables. */
final class Metadata
{
    private const FLAGS = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE
        | JSON_FORCE_OBJECT | JSON_THROW_ON_ERROR;

    public static function encode(string $requestId, ?string $field): string
    {
        return json_encode(array_filter(
            ['requestId' => $requestId, 'field' => $field ?? ''],
            static fn (string $text): bool => $text !== '',
        ), self::FLAGS);
    }
}
