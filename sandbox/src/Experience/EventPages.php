<?php

declare(strict_types=1);

namespace Aco\Sandbox\Experience;

use Aco\Cli\Report\Cell;
use Aco\Cli\Report\Html;
use Aco\Sandbox\Catalog\Json;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Monitoring\Statistics;
use Aco\Sandbox\Ui\ErrorTable;
use Aco\Sandbox\Ui\Layout;
use Aco\Sandbox\Ui\Pager;

/** The list of events under /browse/events, and the pages of single ones. */
final class EventPages
{
    public const PATH = '/browse/events';
    public const EVENT_PATH = self::PATH . '/event';

    public function __construct(private readonly EventStore $store, private readonly Statistics $statistics)
    {
    }

    /** Counts by type and datastream, for the start page. */
    public function summary(): string
    {
        $rows = [];

        foreach ($this->store->countByTypeAndDatastream() as $type => $datastreams) {
            $links = [];

            foreach ($datastreams as $datastream => $count) {
                $query = ['type' => $type, 'datastream' => $datastream];
                $links[] = Html::link(self::PATH, $query, (string) $datastream) . ' ' . number_format($count);
            }

            $rows[] = [
                Cell::heading(Html::link(self::PATH, ['type' => $type], $type === '' ? '(empty)' : (string) $type)),
                Cell::number(array_sum($datastreams)),
                Cell::html(implode(' &nbsp; ', $links), 'long'),
            ];
        }

        $counts = $this->store->counts();

        return sprintf(
            '<p>%s, delivered %s times, %s of these with another body or for another datastream.</p>',
            Html::link(
                self::PATH,
                [],
                number_format($counts['total']) . ($counts['total'] === 1 ? ' event' : ' events'),
            ),
            number_format($counts['deliveries']),
            number_format($counts['differing']),
        ) . ($rows === [] ? '' : Html::table(['Event type', 'Total', 'By datastream'], $rows))
            . '<h3>Last errors of events</h3>' . ErrorTable::render($this->errors());
    }

    public function list(Request $request): Response
    {
        $pager = new Pager($request, ['type', 'datastream']);
        $type = $pager->filter('type');
        $datastream = $pager->filter('datastream');
        $rows = array_map(static fn (array $row): array => [
            Cell::heading(
                Html::link(self::EVENT_PATH, ['id' => $row['id']], $row['id'] === '' ? '(empty)' : $row['id']),
            ),
            Cell::html(Html::link(self::PATH, ['type' => $row['type']], $row['type']), 'long'),
            Cell::html(Html::link(self::PATH, ['datastream' => $row['datastream']], $row['datastream']), 'long'),
            Cell::text($row['website']),
            Cell::number($row['deliveries']),
            Cell::number($row['differing']),
            Cell::time($row['received_at']),
        ], $this->store->list(Pager::PER_PAGE, $pager->offset(), $type, $datastream));

        return Layout::page(
            200,
            implode(' – ', array_filter(
                ['Events', $type, $datastream],
                static fn (?string $part): bool => $part !== null,
            )),
            $pager->links($this->store->count($type, $datastream), Html::link(self::PATH, [], 'All events'))
            . Html::table(
                ['_id', 'Type', 'Datastream', 'Website', 'Delivered', 'Differing', 'First received (UTC)'],
                $rows,
            )
            . '<h2>Last errors</h2>' . ErrorTable::render($this->errors()),
        );
    }

    public function event(Request $request): Response
    {
        $id = $request->queryParameter('id') ?? '';
        $body = $this->store->find($id);

        return $body === null ? Layout::notFound() : Layout::page(
            200,
            "Event: $id",
            '<nav><a href="/">Overview</a>' . Html::link(self::PATH, [], 'Events') . '</nav>'
            . Layout::block(Json::pretty(Json::decode($body))),
        );
    }

    /** @return list<array<string, int|string>> */
    private function errors(): array
    {
        return $this->statistics->errors(' /ee/');
    }
}
