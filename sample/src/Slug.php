<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * Makes url keys with its own table, because transliteration by iconv or intl differs between machines.
 */
final class Slug
{
    private const LETTERS = [
        'à' => 'a', 'â' => 'a', 'ä' => 'ae', 'å' => 'a', 'á' => 'a', 'æ' => 'ae', 'ç' => 'c', 'é' => 'e', 'è' => 'e',
        'ê' => 'e', 'ë' => 'e', 'î' => 'i', 'ï' => 'i', 'í' => 'i', 'ñ' => 'n', 'ô' => 'o', 'ö' => 'oe', 'ø' => 'o',
        'ó' => 'o', 'œ' => 'oe', 'ß' => 'ss', 'ù' => 'u', 'û' => 'u', 'ü' => 'ue', 'ú' => 'u',
        'À' => 'a', 'Ä' => 'ae', 'Å' => 'a', 'Æ' => 'ae', 'Ç' => 'c', 'É' => 'e', 'È' => 'e', 'Ê' => 'e', 'Î' => 'i',
        'Ö' => 'oe', 'Ø' => 'o', 'Œ' => 'oe', 'Ü' => 'ue', "'" => '', '’' => '',
    ];

    public static function of(string $text): string
    {
        $ascii = strtolower(strtr($text, self::LETTERS));

        return trim((string) preg_replace('/[^a-z0-9]+/', '-', $ascii), '-');
    }
}
