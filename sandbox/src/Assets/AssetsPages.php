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
        $total = $this->store->countMedia();
        $pages = max(1, (int) ceil($total / self::PER_PAGE));
        $rows = array_map(static fn (Medium $medium): array => [
            Layout::escape($medium->sku),
            Layout::escape($medium->assetId),
            $medium->isVideo ? 'video' : 'image',
            Layout::escape(implode(', ', $medium->roles)),
            $medium->position === null ? '' : (string) $medium->position,
            Layout::escape($medium->url),
        ], $this->store->media(null, self::PER_PAGE, ($page - 1) * self::PER_PAGE));

        return Layout::page(
            200,
            'Media of products',
            '<nav><a href="/">Overview</a>'
            . ($page > 1 ? Layout::link(self::PATH, ['page' => $page - 1], 'Previous') : '')
            . ($page < $pages ? Layout::link(self::PATH, ['page' => $page + 1], 'Next') : '')
            . "<span class=\"soft\">Page $page of $pages, $total in all</span></nav>"
            . Layout::table(['SKU', 'Asset', 'Kind', 'Roles', 'Position', 'Address'], $rows, [4]),
        );
    }
}
