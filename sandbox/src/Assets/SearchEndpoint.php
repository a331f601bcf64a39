<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Access\TokenCheck;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Settings;

/** The search of Dynamic Media with OpenAPI: all approved assets, whatever the query. */
final class SearchEndpoint
{
    public const PATH = '/adobe/assets/search';
    private const DEFAULT_LIMIT = 50;
    private const MAX_LIMIT = 1000;

    private readonly string $secret;

    public function __construct(
        private readonly Settings $settings,
        private readonly TokenCheck $tokens,
        private readonly Library $library,
    ) {
        $this->secret = bin2hex(random_bytes(16));
    }

    public function handle(Request $request): Response
    {
        if ($request->method !== 'POST') {
            return Response::methodNotAllowed(['POST']);
        }

        $refusal = $this->tokens->refuse($request);
        if ($refusal !== null) {
            return $refusal;
        }
        if ($request->header('x-api-key') !== $this->settings->tenant->clientId) {
            return self::problem(403, 'x-api-key does not go with the token.');
        }

        $given = json_decode($request->body, true, 32);
        $limit = $given['limit'] ?? self::DEFAULT_LIMIT;
        $cursor = $given['cursor'] ?? null;

        if (!is_array($given) || !is_array($given['query'] ?? null) || !is_int($limit) || $limit < 1
            || $limit > self::MAX_LIMIT) {
            return self::problem(400, 'query or limit is missing or wrong.');
        }

        $after = $cursor === null ? '' : $this->id($cursor);

        return $after === null ? self::problem(400, 'The cursor is not valid.') : $this->page($after, $limit);
    }

    private function page(string $after, int $limit): Response
    {
        $page = $this->library->after($after, $limit);
        $cursor = count($page) === $limit ? ',"cursor":' . json_encode($this->cursor(array_key_last($page))) : '';

        return new Response(
            200,
            ['content-type' => 'application/json'],
            '{"hits":{"results":[' . implode(',', $page) . ']},"search_metadata":{"count":' . count($page)
                . ',"totalCount":{"total":' . $this->library->count() . '}}' . $cursor . '}',
        );
    }

    private function cursor(string $id): string
    {
        return base64_encode($id) . '.' . substr(hash_hmac('sha256', $id, $this->secret), 0, 16);
    }

    private function id(mixed $cursor): ?string
    {
        $id = is_string($cursor) ? base64_decode(explode('.', $cursor)[0], true) : false;

        return $id !== false && hash_equals($this->cursor($id), $cursor) ? $id : null;
    }

    private static function problem(int $status, string $detail): Response
    {
        return Response::json($status, ['status' => $status, 'title' => 'Error', 'detail' => $detail]);
    }
}
