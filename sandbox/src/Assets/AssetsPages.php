<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Cli\Report\Cell;
use Aco\Cli\Report\Html;
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
            Cell::heading(Html::link(self::MEDIA_PATH, ['sku' => $medium->sku], $medium->sku)),
            Cell::code($medium->assetId),
            Cell::text($medium->isVideo ? 'video' : 'image'),
            Cell::text(implode(', ', $medium->roles)),
            $medium->position === null ? Cell::html('', 'number') : Cell::number($medium->position),
            Cell::html(implode('<br>', array_map(
                Html::address(...),
                array_filter([$medium->url, $medium->thumbnailUrl]),
            )), 'code text'),
            Cell::html(implode('<br>', array_map(
                static fn (array $text): string => Html::text("$text[store_code]: $text[value]"),
                $medium->altTexts,
            )), 'long'),
        ], $this->store->media($sku, Pager::PER_PAGE, $pager->offset()));

        return Layout::page(
            200,
            'Media of ' . ($sku ?? 'products'),
            $pager->links($this->store->countMedia($sku), Html::link(self::MEDIA_PATH, [], 'Media of products'))
            . Html::table(
                ['SKU', 'Asset', 'Kind', 'Roles', 'Position', 'Address, thumbnail', 'Alternative texts'],
                $rows,
            ),
        );
    }

    public function tenants(): Response
    {
        return Layout::page(
            200,
            'Registrations',
            '<nav><a href="/">Overview</a></nav>' . Html::table(
                ['API key', 'Environment', 'Tenant', 'Input'],
                array_map(static fn (array $tenant): array => [
                    Cell::heading(Html::text($tenant['apiKey'])),
                    Cell::text($tenant['environment']),
                    Cell::code($tenant['id']),
                    Cell::html(Html::block(Json::pretty($tenant['input'])), 'long'),
                ], $this->store->tenants()),
            ),
        );
    }
}
