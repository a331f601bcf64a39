<?php

declare(strict_types=1);

namespace Aco\Sandbox\Endpoint;

use Aco\Sandbox\Assets\AssetsControl;
use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Catalog\Json;
use Aco\Sandbox\Fault\FaultPlan;
use Aco\Sandbox\Fault\InvalidFault;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Monitoring\Overview;
use Aco\Sandbox\Monitoring\Statistics;
use Aco\Sandbox\Stores;

/** The sandbox's own interface under /api: what it holds, and how it should misbehave. */
final class ControlEndpoint
{
    private const MAX_PAGE = 10_000;
    private const DEFAULT_PAGE = 100;
    private const MAX_PAGE_BYTES = 64 * 1024 * 1024;
    private const MAX_FAULT_BYTES = 65_536;

    public function __construct(
        private readonly Stores $stores,
        private readonly Statistics $statistics,
        private readonly FaultPlan $faults,
        private readonly Overview $overview,
        private readonly AssetsControl $assetsControl,
    ) {
    }

    public function handle(Request $request): Response
    {
        if (preg_match('~^/api/entities/([A-Za-z]+)$~D', $request->path, $match) === 1) {
            return $this->entities($request, EntityKind::tryFrom($match[1]));
        }

        $actions = match ($request->path) {
            '/api/state' => [
                'GET' => fn (): Response => Response::json(200, $this->overview->collect()),
                'DELETE' => $this->clearState(...),
            ],
            '/api/events' => ['GET' => fn (): Response => $this->listEvents($request)],
            '/api/records' => ['GET' => fn (): Response => $this->listRecords($request)],
            '/api/faults' => [
                'GET' => fn (): Response => Response::json(200, ['faults' => $this->faults->describe()]),
                'POST' => fn (): Response => $this->addFault($request),
                'DELETE' => $this->clearFaults(...),
            ],
            default => $this->assetsControl->actions($request),
        };

        if ($actions === null) {
            return Response::json(404, ['message' => 'There is nothing at this path.']);
        }

        $action = $actions[$request->method === 'HEAD' ? 'GET' : $request->method] ?? null;

        return $action === null ? Response::methodNotAllowed(array_keys($actions)) : $action();
    }

    private function entities(Request $request, ?EntityKind $kind): Response
    {
        if ($kind === null) {
            return Response::json(404, ['message' => sprintf(
                'Choose one of these kinds: %s.',
                implode(', ', array_map(static fn (EntityKind $kind): string => $kind->value, EntityKind::cases())),
            )]);
        }

        if (!in_array($request->method, ['GET', 'HEAD'], true)) {
            return Response::methodNotAllowed(['GET', 'HEAD']);
        }

        $rows = $this->stores->catalog->list(
            $kind,
            $request->queryNumber('limit', self::DEFAULT_PAGE, 1, self::MAX_PAGE),
            $request->queryNumber('offset', 0, 0, PHP_INT_MAX),
        );

        // Joined as text: decoding and encoding again could change what was stored, and costs time.
        $items = '';

        foreach ($rows as $row) {
            $items .= ($items === '' ? '' : ',') . $row['body'];
            if (strlen($items) > self::MAX_PAGE_BYTES) {
                break;
            }
        }

        $total = array_sum($this->stores->catalog->countByScope($kind));

        return new Response(
            200,
            ['content-type' => 'application/json;charset=UTF-8', 'cache-control' => 'no-store'],
            sprintf('{"kind":"%s","total":%d,"items":[%s]}', $kind->value, $total, $items),
        );
    }

    private function listEvents(Request $request): Response
    {
        $rows = $this->stores->events->list(
            $request->queryNumber('limit', self::DEFAULT_PAGE, 1, self::MAX_PAGE),
            $request->queryNumber('offset', 0, 0, PHP_INT_MAX),
        );
        $bodies = $request->queryParameter('bodies') !== '0';

        return Response::json(200, [
            'total' => $this->stores->events->counts()['total'],
            'events' => array_map(static function (array $row) use ($bodies): array {
                $body = $bodies ? ['event' => Json::decode($row['body'])] : [];
                unset($row['body'], $row['received_at']);

                return $row + $body;
            }, $rows),
        ]);
    }

    private function listRecords(Request $request): Response
    {
        $rows = $this->stores->records->list(
            $request->queryNumber('limit', self::DEFAULT_PAGE, 1, self::MAX_PAGE),
            $request->queryNumber('offset', 0, 0, PHP_INT_MAX),
        );

        return Response::json(200, [
            'total' => $this->stores->records->counts()['total'],
            'records' => array_map(
                static fn (array $row): array => ['record' => Json::decode($row['body'])] + array_diff_key(
                    $row,
                    ['body' => 1],
                ),
                $rows,
            ),
        ]);
    }

    private function clearState(): Response
    {
        $this->stores->clear();
        $this->statistics->clear();

        return new Response(204, [], '');
    }

    private function clearFaults(): Response
    {
        $this->faults->clear();

        return new Response(204, [], '');
    }

    private function addFault(Request $request): Response
    {
        if ($request->bodyTooLarge || strlen($request->body) > self::MAX_FAULT_BYTES) {
            return Response::json(413, ['message' => 'The description of a fault has at most 64 KiB.']);
        }

        $spec = json_decode($request->body, true, 16);
        if (!is_array($spec)) {
            return Response::json(400, ['message' => 'The body must be a JSON object that describes a fault.']);
        }

        try {
            return Response::json(201, $this->faults->add($spec)->describe());
        } catch (InvalidFault $invalid) {
            return Response::json(400, ['message' => $invalid->getMessage()]);
        }
    }
}
