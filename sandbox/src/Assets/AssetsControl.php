<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;

/** The sandbox's own interface to what it holds of assets, below /api/assets. */
final class AssetsControl
{
    private const MAX_PAGE = 10_000;
    private const DEFAULT_PAGE = 100;
    private const MAX_ANSWER_BYTES = 1024 * 1024;

    private const MAX_EVENTS_BYTES = 16 * 1024 * 1024;
    private const MAX_RETRY_AFTER = 3600;

    public function __construct(
        private readonly AssetsStore $store,
        private readonly JournalStore $journal,
        private readonly Library $library,
        private readonly AssetsServices $services,
    ) {
    }

    /** @return array<string, \Closure(): Response>|null by method; null when there is nothing at the path */
    public function actions(Request $request): ?array
    {
        return match ($request->path) {
            '/api/assets/media' => ['GET' => fn (): Response => $this->media($request)],
            '/api/assets/tenants' => [
                'GET' => fn (): Response => Response::json(200, ['tenants' => $this->store->tenants()]),
            ],
            '/api/assets/journal' => ['POST' => fn (): Response => $this->journal($request)],
            '/api/assets/library' => ['POST' => fn (): Response => $this->library($request)],
            '/api/assets/signatures' => [
                'POST' => fn (): Response => Response::json(200, $this->services->sign($request->body)),
            ],
            '/api/assets/answers' => ['POST' => fn (): Response => $this->setAnswer($request)],
            default => null,
        };
    }

    private function media(Request $request): Response
    {
        $sku = $request->queryParameter('sku');

        return Response::json(200, [
            'total' => $this->store->countMedia($sku),
            'media' => $this->store->media(
                $sku,
                $request->queryNumber('limit', self::DEFAULT_PAGE, 1, self::MAX_PAGE),
                $request->queryNumber('offset', 0, 0, PHP_INT_MAX),
            ),
        ]);
    }

    /** {"events", "expire", "retryAfter"}: events to append, how many of the oldest expire, and what to wait for. */
    private function journal(Request $request): Response
    {
        $given = strlen($request->body) <= self::MAX_EVENTS_BYTES ? json_decode($request->body) : null;
        $events = $given->events ?? [];
        $expire = $given->expire ?? 0;
        $retryAfter = $given->retryAfter ?? null;

        if (!$given instanceof \stdClass || !is_array($events) || !array_is_list($events) || !is_int($expire)
            || $expire < 0 || ($retryAfter !== null && !is_int($retryAfter))) {
            return Response::json(400, [
                'message' => 'Send {"events": […], "expire": number, "retryAfter": seconds}; each may be left out.',
            ]);
        }

        $this->journal->append($events);
        $this->journal->expire($expire);

        if ($retryAfter !== null) {
            $this->services->setRetryAfter(max(0, min(self::MAX_RETRY_AFTER, $retryAfter)));
        }

        return new Response(204, [], '');
    }

    /** {"put", "remove"}: assets that AEM has from now on, and ids of those that it has no more. */
    private function library(Request $request): Response
    {
        $given = strlen($request->body) <= self::MAX_EVENTS_BYTES ? json_decode($request->body) : null;
        $put = $given->put ?? [];
        $remove = $given->remove ?? [];
        $isRead = $given instanceof \stdClass && is_array($put) && is_array($remove)
            && array_filter($remove, is_string(...)) === $remove && array_filter(
                $put,
                static fn (mixed $asset): bool => $asset instanceof \stdClass && is_string($asset->assetId ?? null),
            ) === $put;

        if (!$isRead) {
            return Response::json(400, ['message' => 'Send {"put": [{"assetId", …}, …], "remove": ["id", …]}.']);
        }

        $this->library->change($put, $remove);

        return new Response(204, [], '');
    }

    /** {"action", "key", "answer"}: what the matcher answers for this asset or SKU; any JSON, or null. */
    private function setAnswer(Request $request): Response
    {
        $given = strlen($request->body) <= self::MAX_ANSWER_BYTES ? json_decode($request->body) : null;
        $isRead = $given instanceof \stdClass && is_string($given->key ?? null)
            && in_array($given->action ?? null, ['asset-to-product', 'product-to-asset'], true);
        if (!$isRead) {
            return Response::json(400, [
                'message' => 'Send {"action": "asset-to-product" or "product-to-asset", "key": "…", "answer": …}.',
            ]);
        }

        $answer = $given->answer ?? null;
        $this->store->setAnswer($given->action, $given->key, $answer === null ? null : json_encode(
            $answer,
            JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION,
        ));

        return new Response(204, [], '');
    }
}
