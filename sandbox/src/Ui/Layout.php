<?php

declare(strict_types=1);

namespace Aco\Sandbox\Ui;

use Aco\Cli\Output\Text;
use Aco\Sandbox\Http\Response;

/** The frame of every page. Pages have no scripts and load nothing. */
final class Layout
{
    private const STYLE = <<<'CSS'
        :root { color-scheme: light dark; --line: #8884; --soft: #8881; --link: #0550ae; }
        @media (prefers-color-scheme: dark) { :root { --link: #79b8ff; } }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 68rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
        h3 { font-size: 1rem; margin: 1rem 0 .5rem; }
        a { color: var(--link); }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; overflow-wrap: anywhere;
            border-bottom: 1px solid var(--line); }
        th { font-weight: 600; } .n { text-align: right; font-variant-numeric: tabular-nums; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.5rem; } dd { margin: 0; }
        code, pre { font: .9em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
        pre { background: var(--soft); padding: 1rem; border-radius: .4rem; white-space: pre-wrap; }
        .soft { opacity: .7; } nav { margin: 1rem 0; } nav > * { margin-right: 1.25rem; }
        CSS;

    public static function page(int $status, string $title, string $content): Response
    {
        $html = '<!doctype html><html lang="en"><head><meta charset="utf-8">'
            . '<meta name="viewport" content="width=device-width, initial-scale=1">'
            . '<title>' . self::escape($title) . '</title><style>' . self::STYLE . '</style></head><body>'
            . '<h1>' . self::escape($title) . '</h1>' . $content . '</body></html>';

        return Response::html($status, $html, [
            'content-security-policy' => "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
                . "form-action 'none'; frame-ancestors 'none'",
            'x-content-type-options' => 'nosniff',
            'referrer-policy' => 'no-referrer',
            'cache-control' => 'no-store',
        ]);
    }

    public static function notFound(): Response
    {
        return self::page(404, 'Not found', '<p>There is nothing here.</p><nav><a href="/">Overview</a></nav>');
    }

    public static function escape(string|int $text): string
    {
        return htmlspecialchars(Text::visible((string) $text), ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
    }

    /** A text of several lines. */
    public static function block(string $text): string
    {
        return '<pre>' . implode("\n", array_map(self::escape(...), explode("\n", $text))) . '</pre>';
    }

    /** @param array<string, string|int> $query */
    public static function link(string $path, array $query, string $text): string
    {
        $target = $path . ($query === [] ? '' : '?' . http_build_query($query, '', '&', PHP_QUERY_RFC3986));

        return sprintf('<a href="%s">%s</a>', self::escape($target), self::escape($text));
    }

    /**
     * @param list<string> $heads
     * @param list<list<string>> $rows of HTML
     * @param list<int> $numbers columns that hold numbers
     */
    public static function table(array $heads, array $rows, array $numbers = []): string
    {
        $class = static fn (int $column): string => in_array($column, $numbers, true) ? ' class="n"' : '';
        $html = '<table><thead><tr>';

        foreach ($heads as $column => $head) {
            $html .= "<th{$class($column)}>" . self::escape($head) . '</th>';
        }

        $html .= '</tr></thead><tbody>';

        foreach ($rows as $row) {
            $html .= '<tr>';

            foreach ($row as $column => $cell) {
                $html .= "<td{$class($column)}>$cell</td>";
            }

            $html .= '</tr>';
        }

        return $html . '</tbody></table>';
    }
}
