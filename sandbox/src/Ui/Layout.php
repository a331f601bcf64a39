<?php

declare(strict_types=1);

namespace Aco\Sandbox\Ui;

use Aco\Cli\Report\Html;
use Aco\Cli\Report\Page;
use Aco\Sandbox\Http\Response;

/** The frame of every page. Pages have no scripts and load nothing. */
final class Layout
{
    public static function page(int $status, string $title, string $content): Response
    {
        $html = Page::html($title, '<h1>' . Html::address($title) . "</h1>\n$content");

        return Response::html($status, $html, [
            'content-security-policy' => Page::policy()
                . "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            'x-content-type-options' => 'nosniff',
            'referrer-policy' => 'no-referrer',
            'cache-control' => 'no-store',
        ]);
    }

    public static function notFound(): Response
    {
        return self::page(404, 'Not found', '<p>There is nothing here.</p><nav><a href="/">Overview</a></nav>');
    }

    /** A text in a box of its own. */
    public static function block(string $text): string
    {
        return '<div class="card">' . Html::block($text) . '</div>';
    }
}
