<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

/** A cell of a table in a page. */
final class Cell
{
    private function __construct(
        public readonly string $html,
        public readonly string $class = '',
        /** What the column is sorted by, when it is not the text. */
        public readonly ?string $value = null,
        /** Names the row. */
        public readonly bool $isHeading = false,
    ) {
    }

    /** @param string $class of text, code, bad-text, wait-text */
    public static function text(string $text, string $class = ''): self
    {
        return new self(Html::text($text), $class);
    }

    public static function html(string $html, string $class = ''): self
    {
        return new self($html, $class);
    }

    /** @param string $html what the row is about */
    public static function heading(string $html): self
    {
        return new self($html, isHeading: true);
    }

    /** An address, id or another long text without blanks: it may be broken behind its separators. */
    public static function code(string $text): self
    {
        return new self(Html::address($text), 'code');
    }

    /** @param string $class for a number that is not 0 */
    public static function number(int $number, string $class = ''): self
    {
        return new self(number_format($number), trim('number ' . ($number === 0 ? 'zero' : $class)), (string) $number);
    }

    /** @param ?string $time UTC, `Y-m-d H:i:s`, or with T and Z */
    public static function time(?string $time, string $none = '–'): self
    {
        return new self(
            $time === null
                ? '<span class="zero">' . Html::text($none) . '</span>'
                : Html::time(strtr($time, ['T' => ' ', 'Z' => ''])),
            'time',
        );
    }
}
