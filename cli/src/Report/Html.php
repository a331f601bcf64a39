<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

use Aco\Cli\Output\Text;

/** Pieces of HTML. Every text goes through text(). */
final class Html
{
    public static function text(string $text): string
    {
        return htmlspecialchars(Text::visible($text), ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
    }

    /**
     * @param list<string> $headings
     * @param string $rows HTML
     * @param list<int> $numbers columns of numbers
     */
    public static function table(array $headings, string $rows, array $numbers): string
    {
        $head = '';
        foreach ($headings as $column => $heading) {
            $class = in_array($column, $numbers, true) ? ' class="number"' : '';
            $head .= "<th scope=\"col\"$class>" . self::text($heading) . '</th>';
        }

        return "<table class=\"sortable\"><thead><tr>$head</tr></thead>\n<tbody>\n$rows</tbody></table>";
    }

    public static function cell(string $text, string $class = ''): string
    {
        return "<td class=\"$class\">" . self::text($text) . '</td>';
    }

    /** @param string $class for a number that is not 0 */
    public static function number(int $number, string $class = ''): string
    {
        $class = $number === 0 ? 'zero' : $class;

        return "<td class=\"number $class\" data-value=\"$number\">" . number_format($number) . '</td>';
    }

    /** @param ?string $time UTC, `Y-m-d H:i:s` */
    public static function timeCell(?string $time, string $none): string
    {
        $content = $time === null ? '<span class="zero">' . self::text($none) . '</span>' : self::time($time);

        return "<td class=\"time\">$content</td>";
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
}
