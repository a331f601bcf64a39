<?php

declare(strict_types=1);

namespace Aco\Sandbox\Experience;

use Aco\Sandbox\Access\SlidingWindow;
use Aco\Sandbox\Catalog\Json;
use Aco\Sandbox\Fault\Fault;
use Aco\Sandbox\Fault\FaultType;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Monitoring\Statistics;
use Aco\Sandbox\Settings;
use Aco\Sandbox\Validation\ItemError;
use Aco\Sandbox\Validation\SchemaCheck;

/** The two operations of the Edge Network API that take events. */
final class EdgeEndpoint
{
    private const PATTERN = '~^/ee/(?:(?:or2|va6|irl1|ind1|jpn3|sgp3|aus3)/)?v2/(collect|interact)$~D';
    private const REQUEST_ID = '/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/Di';

    private EventCheck $checks;
    private EdgeAccess $access;
    /** @var array<string, SlidingWindow> by operation */
    private array $units = [];

    public function __construct(
        private readonly Settings $settings,
        EdgeAccess $access,
        private readonly EventStore $store,
        private readonly Statistics $statistics,
    ) {
        $this->access = $access;
        $this->checks = new EventCheck(new SchemaCheck(1));
        $rates = ['collect' => $settings->edge->collectUnits, 'interact' => $settings->edge->interactUnits];
        foreach ($rates as $name => $rate) {
            if ($rate > 0) {
                $this->units[$name] = new SlidingWindow(1.0, $rate);
            }
        }
    }

    /** The operation, null for a path that is not one of this API. */
    public static function operation(Request $request): ?string
    {
        return preg_match(self::PATTERN, $request->path, $match) === 1 ? $match[1] : null;
    }

    public function handle(Request $request, ?Fault $fault): Response
    {
        $operation = (string) self::operation($request);

        if ($request->method !== 'POST') {
            return Response::methodNotAllowed(['POST']);
        }

        $requestId = self::requestId($request);
        $datastream = $this->access->datastream($request);
        if ($datastream instanceof EdgeProblem) {
            return $this->refuse($operation, $requestId, $datastream);
        }

        $problem = $this->access->refuse($request);
        if ($problem !== null) {
            return $this->refuse($operation, $requestId, $problem);
        }

        $wait = $this->takeUnits($operation, EdgeRequest::fragments($request));
        if ($wait > 0) {
            return self::slowDown($requestId, $wait);
        }

        $events = EdgeRequest::events($request, $operation === 'collect');
        if ($events instanceof EdgeProblem) {
            return $this->refuse($operation, $requestId, $events);
        }

        foreach ($events as $index => $event) {
            $problem = $this->checks->check($index, $event);
            if ($problem !== null) {
                return $this->refuse($operation, $requestId, $problem, $index);
            }
        }

        $problem = $fault?->type === FaultType::Edge ? self::told($fault) : null;
        if ($problem !== null && !$problem->code->isWarning()) {
            if (!$fault->option('partial')) {
                return $this->refuse($operation, $requestId, $problem, $fault->option('event'));
            }

            $this->remember($operation, $problem, $fault->option('event'));
        }

        // Without consent the request is accepted and ignored.
        if ($problem?->code !== EdgeCode::ConsentMissing) {
            $this->store->add($datastream, $events);
            $this->statistics->countAccepted(count($events));
        }

        return $this->accept($request, $operation, $requestId, $problem);
    }

    private function accept(Request $request, string $operation, string $requestId, ?EdgeProblem $problem): Response
    {
        $body = ['requestId' => $requestId] + ($operation === 'interact' ? ['handle' => []] : []);

        if ($problem !== null) {
            $body[$problem->code->isWarning() ? 'warnings' : 'errors']
                = [$problem->describe($requestId, $this->settings->tenant->orgId)];
        }

        $status = match (true) {
            isset($body['errors']) => 207,
            $operation === 'interact' => 200,
            $request->queryParameter('silent') === 'true' => 204,
            default => 202,
        };

        return $status === 204
            ? new Response(204, ['x-request-id' => $requestId], '')
            : Response::json($status, $body, ['x-request-id' => $requestId]);
    }

    private function refuse(string $operation, string $requestId, EdgeProblem $problem, int $index = 0): Response
    {
        $this->remember($operation, $problem, $index);

        return new Response(
            $problem->code->status(),
            ['content-type' => 'application/problem+json', 'cache-control' => 'no-store', 'x-request-id' => $requestId],
            Json::encodeLenient($problem->describe($requestId, $this->settings->tenant->orgId)),
        );
    }

    private function remember(string $operation, EdgeProblem $problem, int $index): void
    {
        $this->statistics->rememberErrors(
            "POST /ee/v2/$operation",
            [new ItemError($index, $problem->code->value, $problem->detail)],
        );
    }

    /** What a fault tells to answer with. */
    private static function told(Fault $fault): EdgeProblem
    {
        $code = EdgeCode::from($fault->option('code'));
        $where = $code->namesEvent() ? ' It is about event #' . $fault->option('event') . '.' : '';

        return new EdgeProblem($code, 'The sandbox was told to answer so.' . $where);
    }

    /** Seconds to wait, 0 when the units are taken. */
    private function takeUnits(string $operation, int $units): float
    {
        $window = $this->units[$operation] ?? null;
        $now = microtime(true);
        $wait = $window?->waitFor($units, $now) ?? 0.0;
        if ($wait <= 0) {
            $window?->add($units, $now);
        }

        return $wait;
    }

    /** No code is documented for this answer. */
    private static function slowDown(string $requestId, float $wait): Response
    {
        $seconds = (int) max(1, ceil($wait));

        return new Response(
            429,
            [
                'content-type' => 'application/problem+json',
                'retry-after' => (string) $seconds,
                'x-request-id' => $requestId,
            ],
            Json::encode(
                ['status' => 429, 'title' => 'Too many request units', 'detail' => "Try again in $seconds s."],
            ),
        );
    }

    /** The caller's, with sixteen digits of the service. */
    private static function requestId(Request $request): string
    {
        $given = $request->queryParameter('requestId') ?? '';
        $id = preg_match(self::REQUEST_ID, $given) === 1
            ? $given
            : vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split($request->id, 4));

        return $id . '-' . bin2hex(random_bytes(8));
    }
}
