<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

/** The column `metadata` of the feed tables. */
final class Metadata
{
    /** ASCII only, as the column may hold nothing else. */
    private const FLAGS = JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE | JSON_FORCE_OBJECT
        | JSON_THROW_ON_ERROR;

    /** @param ?int $retryAt Unix time before which the item need not be tried again */
    public static function encode(string $requestId, ?string $field, int $attempts = 0, ?int $retryAt = null): string
    {
        return json_encode(array_filter(
            ['requestId' => $requestId, 'field' => $field ?? '', 'attempts' => $attempts, 'retryAt' => $retryAt ?? 0],
            static fn (string|int $value): bool => $value !== '' && $value !== 0,
        ), self::FLAGS);
    }

    /** How many responses have not delivered the item. */
    public static function attempts(?string $metadata): int
    {
        $attempts = json_decode($metadata ?? '', true)['attempts'] ?? 0;

        return is_int($attempts) ? $attempts : 0;
    }
}
