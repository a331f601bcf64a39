<?php

declare(strict_types=1);

namespace Aco\Bench\Docs;

use Aco\Bench\Suite\Row;

/**
 * Bars of ratios as SVG: the median of each, and a line from the lowest to the highest. Its colours follow the
 * reader's.
 */
final class Chart
{
    private const WIDTH = 760;
    private const LEFT = 320;
    private const RIGHT = 700;
    private const TITLE = 22;
    private const CAPTION = 42;
    private const TICKS = 66;
    private const TOP = 86;
    private const ROW = 24;
    private const HEADING = 34;
    private const BAR = 14;
    private const STYLE = <<<'CSS'
        .page { fill: #ffffff; }
        text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #24292f; }
        .title { font-size: 16px; font-weight: 600; }
        .heading { font-weight: 600; }
        .axis { font-size: 11px; fill: #57606a; }
        .grid { stroke: #d0d7de; }
        .one { stroke: #57606a; stroke-dasharray: 3 3; }
        .bar { fill: #0969da; }
        .less { fill: #bc4c00; }
        .spread { stroke: #24292f; stroke-width: 1.5; }
        @media (prefers-color-scheme: dark) {
            .page { fill: #0d1117; }
            text { fill: #e6edf3; }
            .axis { fill: #9198a1; }
            .grid { stroke: #3d444d; }
            .one { stroke: #9198a1; }
            .bar { fill: #4493f8; }
            .less { fill: #f0883e; }
            .spread { stroke: #e6edf3; }
        }
        CSS;

    /**
     * @param string $axis what the axis shows, and which way is better
     * @param non-empty-array<string, non-empty-list<Row>> $groups rows by heading
     */
    public static function svg(string $title, string $axis, array $groups): string
    {
        $rows = array_merge(...array_values($groups));
        $most = (int) ceil(max(array_map(static fn (Row $row): float => $row->high, $rows)) + 0.2);
        $height = self::TOP + count($groups) * self::HEADING + count($rows) * self::ROW + 8;
        $x = static fn (float $ratio): string => sprintf(
            '%.1f',
            self::LEFT + (self::RIGHT - self::LEFT) * $ratio / $most,
        );
        $step = (int) ceil($most / 8);

        $out = self::line('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">', self::WIDTH, $height, $title);
        $out .= self::line('<title>%s</title>', $title);
        $out .= self::line('<desc>%s</desc>', $axis);
        $out .= '<style>' . preg_replace('/\s+/', ' ', self::STYLE) . "</style>\n";

        $out .= self::line('<rect class="page" width="%d" height="%d" rx="10"/>', self::WIDTH, $height);
        $out .= self::line('<text class="title" x="8" y="%d">%s</text>', self::TITLE, $title);
        $out .= self::line('<text class="axis" x="8" y="%d">%s</text>', self::CAPTION, $axis);

        for ($ratio = 0; $ratio <= $most; $ratio += $step) {
            $out .= self::line('<text class="axis" x="%s" y="%d" text-anchor="middle">%d×</text>', $x($ratio), self::TICKS, $ratio);
            $out .= self::rule('grid', $x($ratio), $height - 6);
        }

        $out .= self::rule('one', $x(1), $height - 6);
        $y = self::TOP;

        foreach ($groups as $heading => $group) {
            $y += self::HEADING;
            $out .= self::line('<text class="heading" x="8" y="%d">%s</text>', $y - 10, $heading);

            foreach ($group as $row) {
                $middle = $y + self::ROW / 2 - 4;
                $out .= self::line('<text x="%d" y="%d" text-anchor="end">%s</text>', self::LEFT - 8, $middle + 4, $row->name);
                $out .= self::line(
                    '<rect class="%s" x="%d" y="%.1f" width="%.1f" height="%d" rx="2"/>',
                    $row->ratio < 1 ? 'less' : 'bar',
                    self::LEFT,
                    $middle - self::BAR / 2,
                    (float) $x($row->ratio) - self::LEFT,
                    self::BAR,
                );
                $out .= self::line('<line class="spread" x1="%s" y1="%3$.1f" x2="%2$s" y2="%3$.1f"/>', $x($row->low), $x($row->high), $middle);
                $out .= self::line(
                    '<text x="%.1f" y="%d">%.1f×</text>',
                    (float) $x(max($row->high, $row->ratio)) + 6,
                    $middle + 4,
                    $row->ratio,
                );
                $y += self::ROW;
            }
        }

        return "$out</svg>\n";
    }

    /** An upright line below a tick of the axis. */
    private static function rule(string $class, string $x, int $bottom): string
    {
        return self::line(
            '<line class="%1$s" x1="%2$s" y1="%3$d" x2="%2$s" y2="%4$d"/>',
            $class,
            $x,
            self::TICKS + 8,
            $bottom,
        );
    }

    private static function line(string $format, string|int|float ...$values): string
    {
        return vsprintf($format, array_map(
            static fn (string|int|float $value): string|int|float => is_string($value)
                ? htmlspecialchars($value, ENT_XML1 | ENT_QUOTES)
                : $value,
            $values,
        )) . "\n";
    }
}
