<?php

declare(strict_types=1);

namespace Aco\Sandbox\Endpoint;

use Aco\Sandbox\Access\Quota;
use Aco\Sandbox\Access\TokenCheck;
use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Catalog\Item;
use Aco\Sandbox\Catalog\Operation;
use Aco\Sandbox\Catalog\Store;
use Aco\Sandbox\Fault\Fault;
use Aco\Sandbox\Fault\FaultType;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Monitoring\Statistics;
use Aco\Sandbox\Settings;
use Aco\Sandbox\Storefront\IndexFault;
use Aco\Sandbox\Validation\BatchCheck;
use Aco\Sandbox\Validation\ItemError;

/** The operations of the Catalog Data Ingestion API. */
final class IngestionEndpoint
{
    private BatchCheck $batches;
    private RequestBody $bodies;

    public function __construct(
        private readonly Settings $settings,
        private readonly TokenCheck $tokens,
        private readonly Quota $quota,
        private readonly Store $store,
        private readonly Statistics $statistics,
    ) {
        $this->batches = new BatchCheck($settings->catalog->strictPrices);
        $this->bodies = new RequestBody($settings->server->maxBodyBytes);
    }

    /** The path below the tenant, null when it is not one of this API. */
    public static function pathOf(Request $request): ?string
    {
        return preg_match('~^/[^/]+(/v1/catalog(?:/.*)?)$~D', $request->path, $match) === 1 ? $match[1] : null;
    }

    public function handle(Request $request, ?Fault $fault): Response
    {
        $tenant = rawurldecode(explode('/', $request->path, 3)[1]);
        $path = self::pathOf($request);
        $route = EntityKind::atPath($path);
        if ($tenant !== $this->settings->tenant->id || $route === null) {
            return Response::gatewayError(404, 'ErrNotFound', '404000', 'There is no such tenant or path here.');
        }

        [$kind, $isDelete] = $route;
        $operations = self::operations($kind, $isDelete);
        $operation = $operations[$request->method] ?? null;
        if ($operation === null) {
            return Response::methodNotAllowed(array_keys($operations));
        }

        $refusal = $this->tokens->refuse($request) ?? $this->quota->takeRequest();
        if ($refusal !== null) {
            return $refusal;
        }

        $values = $this->bodies->read($request);
        if ($values instanceof Response) {
            return $values;
        }

        $refusal = $this->quota->refuseItems($kind, $operation, count($values));
        if ($refusal !== null) {
            return $refusal;
        }

        $result = $this->batches->check($kind, $operation, $values);
        if ($result->errors !== []) {
            return $this->refuseItems("{$request->method} $path", $result->errors, $result->invalidItems);
        }

        $rejected = $fault?->type === FaultType::RejectItems ? $fault->rejection()->errors($kind, $result->items) : [];
        if ($rejected !== []) {
            return $this->refuseItems("{$request->method} $path", $rejected, count($rejected));
        }

        $missing = $fault?->type === FaultType::AcceptedCount ? $fault->option('missing') : 0;
        $accepted = array_slice($result->items, 0, max(0, count($result->items) - $missing));

        return $this->accept($kind, $operation, $accepted, IndexFault::of($fault));
    }

    /** @param list<Item> $items */
    private function accept(EntityKind $kind, Operation $operation, array $items, ?IndexFault $fault): Response
    {
        $this->store->apply($kind, $operation, $items, $fault);
        $this->quota->countItems($kind, $operation, count($items));
        $this->statistics->countAccepted(count($items));

        return Response::json(200, ['status' => 'ACCEPTED', 'acceptedCount' => count($items)]);
    }

    /** @param list<ItemError> $errors */
    private function refuseItems(string $endpoint, array $errors, int $items): Response
    {
        $this->statistics->rememberErrors($endpoint, $errors);

        return Response::json(400, [
            'status' => 'FAILED',
            'message' => sprintf('Items validation failed for %d %s', $items, $items === 1 ? 'item' : 'items'),
            'errors' => $errors,
        ]);
    }

    /** @return array<string, Operation> by HTTP method */
    private static function operations(EntityKind $kind, bool $isDelete): array
    {
        if ($isDelete) {
            return ['POST' => Operation::Delete];
        }

        return ['POST' => Operation::Create]
            + ($kind->schema(Operation::Update) === null ? [] : ['PATCH' => Operation::Update]);
    }
}
