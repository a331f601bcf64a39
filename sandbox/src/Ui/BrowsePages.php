<?php

declare(strict_types=1);

namespace Aco\Sandbox\Ui;

use Aco\Sandbox\Catalog\EntityKey;
use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Catalog\Json;
use Aco\Sandbox\Catalog\Store;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;

/** The lists under /browse/{kind} and the pages of single entities. */
final class BrowsePages
{
    private const MAX_LABEL = 120;

    public function __construct(private readonly Store $store)
    {
    }

    public function render(Request $request): Response
    {
        $matches = preg_match('~^/browse/([A-Za-z]+)(/entity)?$~D', $request->path, $match) === 1;
        $kind = $matches ? EntityKind::tryFrom($match[1]) : null;

        return match (true) {
            $kind === null => Layout::notFound(),
            isset($match[2]) => $this->entity($kind, $request),
            default => $this->list($kind, $request),
        };
    }

    private function list(EntityKind $kind, Request $request): Response
    {
        $pager = new Pager($request, ['source']);
        $scope = $pager->filter('source');
        $counts = $this->store->countByScope($kind);
        $total = $scope === null ? array_sum($counts) : $counts[$scope] ?? 0;
        $rows = [];

        foreach ($this->store->list($kind, Pager::PER_PAGE, $pager->offset(), $scope) as $row) {
            $key = ['id' => $row['id'], 'scope' => $row['scope'], 'layer' => $row['layer']];
            $rows[] = [
                Layout::link("/browse/{$kind->value}/entity", $key, $row['id'] === '' ? '(empty)' : $row['id']),
                Layout::escape(trim($row['scope'] . ' ' . $row['layer'])),
                Layout::escape(self::label($row['body'])),
                Layout::escape($row['updated_at']),
            ];
        }

        return Layout::page(
            200,
            $kind->title() . ($scope === null ? '' : " – $scope"),
            $pager->links($total, Layout::link($request->path, [], $kind->title()))
            . Layout::table([$kind->idMember(), 'Source or price book', 'Name', 'Updated'], $rows),
        );
    }

    private function entity(EntityKind $kind, Request $request): Response
    {
        $body = $this->store->find($kind, new EntityKey(
            $request->queryParameter('id') ?? '',
            $request->queryParameter('scope') ?? '',
            $request->queryParameter('layer') ?? '',
        ));

        if ($body === null) {
            return Layout::notFound();
        }

        return Layout::page(
            200,
            $kind->title() . ': ' . $request->queryParameter('id'),
            '<nav><a href="/">Overview</a>' . Layout::link("/browse/{$kind->value}", [], $kind->title()) . '</nav>'
            . Layout::block(Json::pretty(Json::decode($body))),
        );
    }

    private static function label(string $body): string
    {
        $value = Json::decode($body);
        $label = $value->name ?? $value->label ?? $value->regular ?? '';

        return mb_substr(is_scalar($label) ? (string) $label : '', 0, self::MAX_LABEL);
    }
}
