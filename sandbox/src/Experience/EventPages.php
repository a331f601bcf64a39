<?php

declare(strict_types=1);

namespace Aco\Sandbox\Experience;

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
                $links[] = Layout::link(self::PATH, $query, (string) $datastream) . ' ' . $count;
            }

            $rows[] = [
                Layout::link(self::PATH, ['type' => $type], $type === '' ? '(empty)' : (string) $type),
                (string) array_sum($datastreams),
                implode(' &nbsp; ', $links),
            ];
        }

        $counts = $this->store->counts();

        return sprintf(
            '<p>%s, delivered %d times, %d of these with another body or for another datastream.</p>',
            Layout::link(self::PATH, [], $counts['total'] . ($counts['total'] === 1 ? ' event' : ' events')),
            $counts['deliveries'],
            $counts['differing'],
        ) . ($rows === [] ? '' : Layout::table(['Event type', 'Total', 'By datastream'], $rows, [1]))
            . '<h3>Last errors of events</h3>' . ErrorTable::render($this->errors());
    }

    public function list(Request $request): Response
    {
        $pager = new Pager($request, ['type', 'datastream']);
        $type = $pager->filter('type');
        $datastream = $pager->filter('datastream');
        $rows = array_map(static fn (array $row): array => [
            Layout::link(self::EVENT_PATH, ['id' => $row['id']], $row['id'] === '' ? '(empty)' : $row['id']),
            Layout::link(self::PATH, ['type' => $row['type']], $row['type']),
            Layout::link(self::PATH, ['datastream' => $row['datastream']], $row['datastream']),
            Layout::escape($row['website']),
            (string) $row['deliveries'],
            (string) $row['differing'],
            Layout::escape($row['received_at']),
        ], $this->store->list(Pager::PER_PAGE, $pager->offset(), $type, $datastream));

        return Layout::page(
            200,
            implode(' – ', array_filter(
                ['Events', $type, $datastream],
                static fn (?string $part): bool => $part !== null,
            )),
            $pager->links($this->store->count($type, $datastream), Layout::link(self::PATH, [], 'All events'))
            . Layout::table(
                ['_id', 'Type', 'Datastream', 'Website', 'Delivered', 'Differing', 'First received'],
                $rows,
                [4, 5],
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
            '<nav><a href="/">Overview</a>' . Layout::link(self::PATH, [], 'Events') . '</nav>'
            . Layout::block(Json::pretty(Json::decode($body))),
        );
    }

    /** @return list<array<string, int|string>> */
    private function errors(): array
    {
        return $this->statistics->errors(' /ee/');
    }
}
