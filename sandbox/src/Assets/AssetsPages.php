<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Ui\Layout;

/** The list of media under /browse/media. */
final class AssetsPages
{
    public const PATH = '/browse/media';
    private const PER_PAGE = 50;

    public function __construct(private readonly AssetsStore $store)
    {
    }

    public function render(Request $request): Response
    {
        $page = $request->queryNumber('page', 1, 1, 1_000_000);
        $sku = $request->queryParameter('sku');
        $total = $this->store->countMedia($sku);
        $pages = max(1, (int) ceil($total / self::PER_PAGE));
        $link = static fn (int $number, string $text): string => Layout::link(
            self::PATH,
            ($sku === null ? [] : ['sku' => $sku]) + ['page' => $number],
            $text,
        );
        $rows = array_map(static fn (Medium $medium): array => [
            Layout::link(self::PATH, ['sku' => $medium->sku], $medium->sku),
            Layout::escape($medium->assetId),
            $medium->isVideo ? 'video' : 'image',
            Layout::escape(implode(', ', $medium->roles)),
            $medium->position === null ? '' : (string) $medium->position,
            Layout::escape($medium->url) . ($medium->thumbnailUrl === '' ? '' : '<br>' . Layout::escape($medium->thumbnailUrl)),
            implode('<br>', array_map(
                static fn (array $text): string => Layout::escape("$text[store_code]: $text[value]"),
                $medium->altTexts,
            )),
        ], $this->store->media($sku, self::PER_PAGE, ($page - 1) * self::PER_PAGE));

        return Layout::page(
            200,
            'Media of ' . ($sku ?? 'products'),
            '<nav><a href="/">Overview</a>'
            . ($sku === null ? '' : Layout::link(self::PATH, [], 'Media of products'))
            . ($page > 1 ? $link($page - 1, 'Previous') : '')
            . ($page < $pages ? $link($page + 1, 'Next') : '')
            . "<span class=\"soft\">Page $page of $pages, $total in all</span></nav>"
            . Layout::table(['SKU', 'Asset', 'Kind', 'Roles', 'Position', 'Address, thumbnail', 'Alternative texts'], $rows, [4]),
        );
    }
}
