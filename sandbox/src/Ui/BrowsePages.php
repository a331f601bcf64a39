<?php

declare(strict_types=1);

namespace Aco\Sandbox\Ui;

use Aco\Cli\Report\Cell;
use Aco\Cli\Report\Html;
use Aco\Sandbox\Catalog\EntityKey;
use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Catalog\Json;
use Aco\Sandbox\Catalog\Store;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;

/** The lists under /browse/{kind} and the pages of single entities. */
final class BrowsePages
{
    private const MAX_TEXT = 120;

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
        $headings = array_filter([
            $kind->idMember(),
            $kind->scopeTitle(),
            $kind->hasLayers() ? 'Layer' : null,
            ...array_keys($kind->shownMembers()),
            'Updated (UTC)',
        ]);
        $rows = [];

        foreach ($this->store->list($kind, Pager::PER_PAGE, $pager->offset(), $scope) as $row) {
            $rows[] = self::row($kind, $row);
        }

        return Layout::page(
            200,
            $kind->title() . ($scope === null ? '' : " – $scope"),
            $pager->links($total, Html::link($request->path, [], $kind->title()))
            . Html::table(array_values($headings), $rows),
        );
    }

    /**
     * @param array{id: string, scope: string, layer: string, body: string, updated_at: string} $row
     * @return list<Cell>
     */
    private static function row(EntityKind $kind, array $row): array
    {
        $key = ['id' => $row['id'], 'scope' => $row['scope'], 'layer' => $row['layer']];
        $body = Json::decode($row['body']);

        return [
            Cell::heading(
                Html::link("/browse/{$kind->value}/entity", $key, $row['id'] === '' ? '(empty)' : $row['id']),
            ),
            ...($kind->scopeTitle() === null ? [] : [Cell::text($row['scope'], 'long')]),
            ...($kind->hasLayers() ? [Cell::text($row['layer'])] : []),
            ...array_map(
                static fn (string $member): Cell => self::member($body->$member ?? null),
                array_values($kind->shownMembers()),
            ),
            Cell::time($row['updated_at']),
        ];
    }

    /** A text as it is, a number as it was sent, and how long a list is. */
    private static function member(mixed $value): Cell
    {
        return match (true) {
            is_array($value) => Cell::number(count($value)),
            is_int($value), is_float($value) => Cell::html(Html::text(Json::encode($value)), 'number'),
            is_string($value) => Cell::text(mb_substr($value, 0, self::MAX_TEXT), 'long'),
            default => Cell::text(''),
        };
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
            '<nav><a href="/">Overview</a>' . Html::link("/browse/{$kind->value}", [], $kind->title()) . '</nav>'
            . Layout::block(Json::pretty(Json::decode($body))),
        );
    }
}
