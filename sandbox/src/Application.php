<?php

declare(strict_types=1);

namespace Aco\Sandbox;

use Aco\Sandbox\Access\Quota;
use Aco\Sandbox\Access\TokenCheck;
use Aco\Sandbox\Access\TokenStore;
use Aco\Sandbox\Assets\AssetsControl;
use Aco\Sandbox\Assets\AssetsPages;
use Aco\Sandbox\Assets\AssetsServices;
use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Endpoint\ControlEndpoint;
use Aco\Sandbox\Endpoint\ImsEndpoint;
use Aco\Sandbox\Endpoint\IngestionEndpoint;
use Aco\Sandbox\Endpoint\LocalGuard;
use Aco\Sandbox\Endpoint\TenantEndpoint;
use Aco\Sandbox\Experience\EdgeAccess;
use Aco\Sandbox\Experience\EdgeEndpoint;
use Aco\Sandbox\Experience\EventPages;
use Aco\Sandbox\Experience\StreamingEndpoint;
use Aco\Sandbox\Fault\Fault;
use Aco\Sandbox\Fault\FaultPlan;
use Aco\Sandbox\Fault\FaultType;
use Aco\Sandbox\Http\Delivery;
use Aco\Sandbox\Http\DeliveryMode;
use Aco\Sandbox\Http\Exchange;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\RequestHandler;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Monitoring\Overview;
use Aco\Sandbox\Monitoring\RequestLog;
use Aco\Sandbox\Monitoring\Statistics;
use Aco\Sandbox\Storefront\StorefrontEndpoint;
use Aco\Sandbox\Ui\BrowsePages;
use Aco\Sandbox\Ui\StartPage;
use React\EventLoop\LoopInterface;

/** Brings each request to its endpoint, with a fault on the way when one strikes. */
final class Application implements RequestHandler
{
    private TokenStore $tokens;
    private Statistics $statistics;
    private ImsEndpoint $ims;
    private TenantEndpoint $tenants;
    private IngestionEndpoint $ingestion;
    private StorefrontEndpoint $storefront;
    private EdgeEndpoint $edge;
    private StreamingEndpoint $streaming;
    private AssetsServices $assets;
    private AssetsPages $assetsPages;
    private EventPages $eventPages;
    private ControlEndpoint $control;
    private LocalGuard $guard;
    private StartPage $startPage;
    private BrowsePages $browsePages;

    public function __construct(
        Settings $settings,
        string $baseUrl,
        Stores $stores,
        private readonly FaultPlan $faults,
        private readonly RequestLog $log,
        private readonly LoopInterface $loop,
    ) {
        $this->tokens = new TokenStore($settings->tenant->tokenTtl);
        $this->statistics = new Statistics();
        $tokenCheck = new TokenCheck($this->tokens);
        $overview = new Overview($stores, $this->statistics);
        $this->ims = new ImsEndpoint($settings, $this->tokens);
        $this->tenants = new TenantEndpoint($settings, $tokenCheck, $baseUrl);
        $this->ingestion = new IngestionEndpoint(
            $settings,
            $tokenCheck,
            new Quota($settings->catalog),
            $stores->catalog,
            $this->statistics,
        );

        $this->storefront = new StorefrontEndpoint($settings, $stores->catalog);
        $this->edge = new EdgeEndpoint(
            $settings,
            new EdgeAccess($settings, $this->tokens),
            $stores->events,
            $this->statistics,
        );

        $this->streaming = new StreamingEndpoint($settings, $this->tokens, $stores->records, $this->statistics);
        $this->assets = new AssetsServices(
            $settings,
            $baseUrl,
            $this->tokens,
            $stores->assets,
            $stores->journal,
            $stores->library,
            $this->statistics,
        );
        $this->assetsPages = new AssetsPages($stores->assets);
        $this->eventPages = new EventPages($stores->events, $this->statistics);
        $this->control = new ControlEndpoint(
            $stores,
            $this->statistics,
            $this->faults,
            $overview,
            new AssetsControl($stores->assets, $stores->journal, $stores->library, $this->assets),
        );

        $this->guard = new LocalGuard($baseUrl);
        $this->startPage = new StartPage($settings, $stores->catalog, $overview, $this->eventPages, $baseUrl);
        $this->browsePages = new BrowsePages($stores->catalog);
    }

    public function handle(Request $request, Exchange $exchange): void
    {
        $start = microtime(true);
        $service = $this->service($request);
        $fault = $service === null ? null : $this->faults->strike($request);

        $finish = function () use ($request, $exchange, $start, $service, $fault): void {
            $delivery = $service === null
                ? new Delivery($this->guarded(fn (): Response => $this->local($request)))
                : $this->behave($request, $service, $fault);
            $status = self::visibleStatus($delivery);

            if ($service !== null) {
                $this->statistics->countRequest(self::endpointName($request), $status);
            }

            $this->log->write($request, $status, microtime(true) - $start, $fault?->type->value);
            $exchange->deliver($delivery);
        };

        if ($fault?->type === FaultType::Delay) {
            $this->loop->addTimer($fault->option('ms') / 1000, $finish);
        } else {
            $finish();
        }
    }

    public function malformed(int $status): void
    {
        $this->statistics->countRequest('malformed', (string) $status);
        $this->log->writeMalformed($status);
    }

    /** @return (\Closure(?Fault): Response)|null the service a request is for, null for the sandbox's own pages */
    private function service(Request $request): ?\Closure
    {
        return match (true) {
            $request->path === ImsEndpoint::PATH => fn (): Response => $this->ims->handle($request),
            AssetsServices::name($request) !== null
                => fn (?Fault $fault): Response => $this->assets->handle($request, $fault),
            TenantEndpoint::matches($request) => fn (): Response => $this->tenants->handle($request),
            StorefrontEndpoint::matches($request) => fn (): Response => $this->storefront->handle($request),
            EdgeEndpoint::operation($request) !== null
                => fn (?Fault $fault): Response => $this->edge->handle($request, $fault),
            StreamingEndpoint::matches($request)
                => fn (?Fault $fault): Response => $this->streaming->handle($request, $fault),
            IngestionEndpoint::pathOf($request) !== null
                => fn (?Fault $fault): Response => $this->ingestion->handle($request, $fault),
            default => null,
        };
    }

    /** @param \Closure(?Fault): Response $service */
    private function behave(Request $request, \Closure $service, ?Fault $fault): Delivery
    {
        switch ($fault?->type) {
            case FaultType::Reset:
                return new Delivery(null, DeliveryMode::Reset);
            case FaultType::Garbage:
                return new Delivery(null, DeliveryMode::Garbage);
            case FaultType::Status:
                return new Delivery(new Response(
                    $fault->option('status'),
                    $fault->option('headers') + ['content-type' => 'text/plain;charset=UTF-8'],
                    $fault->option('body'),
                ));
            case FaultType::Html:
                return new Delivery(Response::html(200, $fault->option('body')));
            case FaultType::ExpireTokens:
                $this->tokens->expireAll();
                $this->assets->expireTokens();
        }

        $response = $this->guarded(fn (): Response => $service($fault));

        return match ($fault?->type) {
            FaultType::ResetAfter => new Delivery($response, DeliveryMode::Reset),
            FaultType::Truncate => new Delivery(
                $response,
                DeliveryMode::Truncated,
                $fault->option('bytes') ?? intdiv(strlen($response->body), 2),
            ),
            FaultType::Slow => new Delivery($response, DeliveryMode::Slow, $fault->option('bytesPerSecond')),
            default => new Delivery($response),
        };
    }

    private function local(Request $request): Response
    {
        $refusal = $this->guard->refuse($request);
        if ($refusal !== null) {
            return $refusal;
        }
        if (str_starts_with($request->path, '/api/')) {
            return $this->control->handle($request);
        }
        if ($request->path !== '/' && !str_starts_with($request->path, '/browse/')) {
            return Response::json(404, ['message' => 'There is nothing at this path.']);
        }
        if (!in_array($request->method, ['GET', 'HEAD'], true)) {
            return Response::methodNotAllowed(['GET', 'HEAD']);
        }

        return match ($request->path) {
            '/' => $this->startPage->render(),
            AssetsPages::MEDIA_PATH => $this->assetsPages->media($request),
            AssetsPages::TENANTS_PATH => $this->assetsPages->tenants(),
            EventPages::PATH => $this->eventPages->list($request),
            EventPages::EVENT_PATH => $this->eventPages->event($request),
            default => $this->browsePages->render($request),
        };
    }

    /**
     * A failure inside, such as a full disk, is an answer with status 500 and a line for the operator, not the end.
     *
     * @param \Closure(): Response $respond
     */
    private function guarded(\Closure $respond): Response
    {
        try {
            return $respond();
        } catch (\Throwable $failure) {
            $this->log->writeFailure($failure);

            return Response::json(500, ['message' => 'The sandbox failed: ' . $failure->getMessage()]);
        }
    }

    private static function visibleStatus(Delivery $delivery): string
    {
        return match ($delivery->mode) {
            DeliveryMode::Reset, DeliveryMode::Garbage => 'none',
            default => (string) $delivery->response->status,
        };
    }

    /** Bounded: what a client makes up must not become a new line of the statistics each time. */
    private static function endpointName(Request $request): string
    {
        $path = IngestionEndpoint::pathOf($request);
        if ($path !== null && EntityKind::atPath($path) === null) {
            return 'unknown path';
        }

        $method = in_array($request->method, ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'], true)
            ? $request->method
            : 'other';
        $operation = EdgeEndpoint::operation($request);
        $path ??= AssetsServices::name($request) ?? match (true) {
            $operation !== null => "/ee/v2/$operation",
            StreamingEndpoint::matches($request) => StreamingEndpoint::NAME,
            $request->path === ImsEndpoint::PATH => ImsEndpoint::PATH,
            StorefrontEndpoint::matches($request) => StorefrontEndpoint::PATH,
            default => '/api/v1/tenants',
        };

        return "$method $path";
    }
}
