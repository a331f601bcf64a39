<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

/** The frame of every page, with one style for all. A page loads nothing. */
final class Page
{
    /** Where tables of these classes become lists of their rows. */
    private const STACKED_BELOW = ['stack' => '45rem', 'wide' => '72rem'];

    /**
     * @param string $title plain text
     * @param string $content HTML
     */
    public static function html(string $title, string $content, string $script = ''): string
    {
        $policy = self::policy($script);
        $title = Html::text($title);
        $style = self::style();
        $script = $script === '' ? '' : "<script>$script</script>\n";

        return <<<HTML
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="$policy">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>$title</title>
            <style>$style</style>
            </head>
            <body>
            <main>
            $content
            </main>
            $script</body>
            </html>

            HTML;
    }

    /** The Content-Security-Policy: this style, this script, and nothing else. */
    public static function policy(string $script = ''): string
    {
        return "default-src 'none'; style-src '" . self::hash(self::style()) . "'"
            . ($script === '' ? '' : "; script-src '" . self::hash($script) . "'");
    }

    /** Sorts the tables by the column whose heading is chosen. */
    public static function script(): string
    {
        return (string) file_get_contents(__DIR__ . '/page/sort.js');
    }

    private static function style(): string
    {
        $style = (string) file_get_contents(__DIR__ . '/page/style.css');
        $stack = (string) file_get_contents(__DIR__ . '/page/stack.css');
        foreach (self::STACKED_BELOW as $class => $width) {
            $style .= "@media (max-width: $width) {\n" . str_replace('.stack', ".$class", $stack) . "}\n";
        }

        return $style;
    }

    private static function hash(string $text): string
    {
        return 'sha256-' . base64_encode(hash('sha256', $text, true));
    }
}
