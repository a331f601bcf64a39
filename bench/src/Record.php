<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * Results as they are kept in bench/results/.
 */
final class Record
{
    private const DIGITS = '9';

    /**
     * JSON with a line for each row of figures.
     *
     * @param array<string, mixed> $result
     */
    public static function json(array $result): string
    {
        $precision = ini_set('serialize_precision', self::DIGITS);
        $json = json_encode(
            $result,
            JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR,
        );
        ini_set('serialize_precision', (string) $precision);

        return (string) preg_replace_callback(
            '/\{[^{}\[\]]+\}/',
            static fn (array $row): string => (string) preg_replace('/\s*\n\s*/', ' ', $row[0]),
            $json,
        );
    }
}
