<?php

declare(strict_types=1);

namespace Aco\Cli\Source;

/**
 * Decodes foreign JSON. Numbers that PHP would round become strings, so that two SKUs never become one; bytes that are
 * not UTF-8 and unpaired surrogates become U+FFFD.
 */
final class JsonDecoder
{
    /** Only with so many digits, or such an exponent, can a fraction differ from its float. */
    private const MAYBE_INEXACT = '/[\d.]{16}|\d[eE][-+]?\d{3}/';
    /** Any other escape, and a whole pair, is passed over: `\\ud83d` is a backslash and five letters. */
    private const ESCAPE = '/\\\\(?:[^u]|u[dD][89abAB][\da-fA-F]{2}\\\\u[dD][c-fC-F][\da-fA-F]{2}'
        . '|u[dD][89a-fA-F][\da-fA-F]{2})/s';
    private const HALF_PAIR = 6;
    private const MAX_EXPONENT_DIGITS = 6;

    /**
     * As json_decode(); json_last_error() says why it is null.
     *
     * @param ?bool $repaired whether something was replaced
     */
    public static function decode(string $text, ?bool &$repaired = null, int $depth = 512): mixed
    {
        $flags = JSON_BIGINT_AS_STRING;
        $repaired = false;
        $value = json_decode($text, true, $depth, $flags);

        // A text may have both faults; the first is reported.
        for ($attempt = 0; $attempt < 2 && $value === null; $attempt++) {
            match (json_last_error()) {
                JSON_ERROR_UTF8 => $flags |= JSON_INVALID_UTF8_SUBSTITUTE,
                JSON_ERROR_UTF16 => $text = self::withoutHalfPairs($text),
                default => $attempt = 2,
            };

            if ($attempt < 2) {
                $value = json_decode($text, true, $depth, $flags);
                $repaired = $value !== null;
            }
        }

        if ($value === null || preg_match(self::MAYBE_INEXACT, $text) !== 1) {
            return $value;
        }

        return json_decode(self::withExactNumbers($text), true, $depth, $flags);
    }

    private static function withoutHalfPairs(string $text): string
    {
        return preg_replace_callback(
            self::ESCAPE,
            static fn (array $escape): string => strlen($escape[0]) === self::HALF_PAIR ? '\ufffd' : $escape[0],
            $text,
        ) ?? $text;
    }

    /** The JSON with quotes around fractions that a float cannot represent. */
    private static function withExactNumbers(string $text): string
    {
        $result = '';
        $copied = 0;
        $at = 0;
        $length = strlen($text);
        while (($at += strcspn($text, '"-0123456789', $at)) < $length) {
            if ($text[$at] === '"') {
                $at = self::endOfString($text, $at);
                continue;
            }

            $digits = strspn($text, '+-.eE0123456789', $at);
            $number = substr($text, $at, $digits);
            if (!self::isExact($number)) {
                $result .= substr($text, $copied, $at - $copied) . "\"$number\"";
                $copied = $at + $digits;
            }

            $at += $digits;
        }

        return $result . substr($text, $copied);
    }

    /** The offset behind the string that begins at $at. */
    private static function endOfString(string $text, int $at): int
    {
        $at++;
        while ($text[$at += strcspn($text, '"\\', $at)] !== '"') {
            $at += 2;
        }

        return $at + 1;
    }

    private static function isExact(string $number): bool
    {
        if (strpbrk($number, '.eE') === false) {
            // An integer: the decoder keeps those that do not fit as they are.
            return true;
        }

        $float = (float) $number;
        if (is_infinite($float)) {
            return false;
        }

        $precision = 14;

        do {
            $shortest = sprintf('%.' . $precision . 'e', $float);
        } while (++$precision < 17 && (float) $shortest !== $float);

        return self::canonical($shortest) === self::canonical($number);
    }

    /** A form that all spellings of a number share. */
    private static function canonical(string $number): ?string
    {
        [$mantissa, $exponent] = explode('e', strtolower($number)) + [1 => '0'];
        [$whole, $fraction] = explode('.', ltrim($mantissa, '-')) + [1 => ''];
        $digits = ltrim($whole . $fraction, '0');
        $significant = rtrim($digits, '0');
        if ($significant === '') {
            return '0';
        }
        if (strlen(ltrim($exponent, '+-0')) > self::MAX_EXPONENT_DIGITS) {
            return null;
        }

        return ($mantissa[0] === '-' ? '-' : '') . $significant . 'e'
            . ((int) $exponent - strlen($fraction) + strlen($digits) - strlen($significant));
    }
}
