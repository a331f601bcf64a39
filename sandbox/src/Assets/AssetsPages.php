<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Catalog\Json;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Ui\Layout;
use Aco\Sandbox\Ui\Pager;

/** The list of media under /browse/media, and the registrations. */
final class AssetsPages
{
    public const MEDIA_PATH = '/browse/media';
    public const TENANTS_PATH = '/browse/tenants';

    public function __construct(private readonly AssetsStore $store)
    {
    }

    public function media(Request $request): Response
    {
        $pager = new Pager($request, ['sku']);
        $sku = $pager->filter('sku');
        $rows = array_map(static fn (Medium $medium): array => [
            Layout::link(self::MEDIA_PATH, ['sku' => $medium->sku], $medium->sku),
            Layout::escape($medium->assetId),
            $medium->isVideo ? 'video' : 'image',
            Layout::escape(implode(', ', $medium->roles)),
            $medium->position === null ? '' : (string) $medium->position,
            Layout::escape($medium->url)
                . ($medium->thumbnailUrl === '' ? '' : '<br>' . Layout::escape($medium->thumbnailUrl)),
            implode('<br>', array_map(
                static fn (array $text): string => Layout::escape("$text[store_code]: $text[value]"),
                $medium->altTexts,
            )),
        ], $this->store->media($sku, Pager::PER_PAGE, $pager->offset()));

        return Layout::page(
            200,
            'Media of ' . ($sku ?? 'products'),
            $pager->links($this->store->countMedia($sku), Layout::link(self::MEDIA_PATH, [], 'Media of products'))
            . Layout::table(
                ['SKU', 'Asset', 'Kind', 'Roles', 'Position', 'Address, thumbnail', 'Alternative texts'],
                $rows,
                [4],
            ),
        );
    }

    public function tenants(): Response
    {
        return Layout::page(
            200,
            'Registrations',
            '<nav><a href="/">Overview</a></nav>' . Layout::table(
                ['API key', 'Environment', 'Tenant', 'Input'],
                array_map(static fn (array $tenant): array => [
                    Layout::escape($tenant['apiKey']),
                    Layout::escape($tenant['environment']),
                    '<code>' . Layout::escape($tenant['id']) . '</code>',
                    Layout::block(Json::pretty($tenant['input'])),
                ], $this->store->tenants()),
            ),
        );
    }
}
