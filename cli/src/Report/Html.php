<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

use Aco\Cli\Output\Text;

/** Pieces of HTML. Every text goes through text(). */
final class Html
{
    /** From so many columns on, a table becomes a list of its rows on a tablet, not only on a phone. */
    private const WIDE = 6;
    /** Up to so many columns, a table stays one even on a phone. */
    private const NARROW = 2;
    /** So many characters have room in every cell. */
    private const LONGEST_PIECE = 24;

    public static function text(string|int $text): string
    {
        return htmlspecialchars(Text::visible((string) $text), ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
    }

    /** Where words are too long for a cell, such as addresses and hashes, they may be broken, at separators if any. */
    public static function address(string $text): string
    {
        return implode('', array_map(
            static fn (string $word): string => mb_strlen($word) <= self::LONGEST_PIECE
                ? self::text($word)
                : implode('<wbr>', array_map(self::text(...), self::pieces($word))),
            preg_split('~(?=\s)|(?<=\s)~u', Text::visible($text), flags: PREG_SPLIT_NO_EMPTY),
        ));
    }

    /** A text of several lines. */
    public static function block(string $text): string
    {
        return '<pre>' . implode("\n", array_map(self::text(...), explode("\n", $text))) . '</pre>';
    }

    /** @param array<string, string|int> $query */
    public static function link(string $path, array $query, string $text, string $fragment = ''): string
    {
        $target = $path . ($query === [] ? '' : '?' . http_build_query($query, '', '&', PHP_QUERY_RFC3986)) . $fragment;

        return sprintf('<a href="%s">%s</a>', self::text($target), self::address($text));
    }

    /**
     * @param list<string> $headings
     * @param list<list<Cell>> $rows
     * @param bool $hasLongTexts whether few columns need much room
     */
    public static function table(
        array $headings,
        array $rows,
        bool $isSortable = false,
        bool $hasLongTexts = false,
    ): string
    {
        $head = '';

        foreach ($headings as $column => $heading) {
            $isOfNumbers = array_filter(
                array_column($rows, $column),
                static fn (Cell $cell): bool => str_starts_with($cell->class, 'number'),
            ) !== [];
            $class = $isOfNumbers ? ' class="number"' : '';
            $head .= "<th scope=\"col\"$class>" . self::text($heading) . '</th>';
        }

        $body = '';

        foreach ($rows as $row) {
            $body .= '<tr>';

            foreach ($row as $column => $cell) {
                $body .= self::cell($cell, $headings[$column]);
            }

            $body .= "</tr>\n";
        }

        $class = implode(' ', array_filter([
            $isSortable ? 'sortable' : '',
            match (true) {
                count($headings) >= self::WIDE, $hasLongTexts => 'wide',
                count($headings) > self::NARROW => 'stack',
                default => '',
            },
        ]));

        return "<div class=\"card\"><table class=\"$class\"><thead><tr>$head</tr></thead>\n"
            . "<tbody>\n$body</tbody></table></div>";
    }

    public static function time(string $time): string
    {
        return '<time datetime="' . self::text(strtr($time, ' ', 'T')) . 'Z">' . self::text($time) . '</time>';
    }

    /** @param list<array{string, float}> $parts class and share, 0 to 1, from left to right */
    public static function bar(array $parts): string
    {
        $shapes = '<rect class="track" width="100" height="10"/>';
        $left = 0.0;
        foreach ($parts as [$class, $share]) {
            // A small share must stay visible.
            $width = min(100 - $left, $share > 0 ? max(2, 100 * $share) : 0);
            $shapes .= sprintf('<rect class="%s" x="%.2F" width="%.2F" height="10"/>', $class, $left, $width);
            $left += $width;
        }

        return '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">' . "$shapes</svg>";
    }

    /** On a narrow screen the heading of its column stands above it. */
    private static function cell(Cell $cell, string $heading): string
    {
        [$tag, $attributes] = $cell->isHeading ? ['th', ' scope="row"'] : ['td', ''];
        $attributes .= $cell->class === '' ? '' : " class=\"$cell->class\"";
        $attributes .= $cell->value === null ? '' : ' data-value="' . self::text($cell->value) . '"';

        return "<$tag$attributes data-label=\"" . self::text($heading) . "\">$cell->html</$tag>";
    }

    /** @return list<string> */
    private static function pieces(string $word): array
    {
        preg_match_all(
            '~[^/?&=,:;._-]{1,' . self::LONGEST_PIECE . '}[/?&=,:;._-]*|[/?&=,:;._-]+~u',
            $word,
            $pieces,
        );

        return $pieces[0];
    }
}
