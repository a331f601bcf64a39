<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Access\TokenStore;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Settings;

/** An external matcher as an App Builder application would be, and the OAuth server in front of it. */
final class MatcherEndpoint
{
    public const TOKEN_PATH = '/matcher/ims/token/v3';
    public const ACTIONS_PATH = '/api/v1/web/app-builder-external-rule';
    private const ACTION = '~^' . self::ACTIONS_PATH . '/(asset-to-product|product-to-asset)$~D';
    private const SHAPES = [
        'asset-to-product' => ['assetId', 'asset_id', 'product_matches'],
        'product-to-asset' => ['productSku', 'product_sku', 'asset_matches'],
    ];

    private TokenStore $tokens;

    public function __construct(private readonly Settings $settings, private readonly AssetsStore $store)
    {
        $this->tokens = new TokenStore($settings->tenant->tokenTtl);
    }

    public static function matches(Request $request): bool
    {
        return $request->path === self::TOKEN_PATH || preg_match(self::ACTION, $request->path) === 1;
    }

    public function expireTokens(): void
    {
        $this->tokens->expireAll();
    }

    public function handle(Request $request): Response
    {
        if ($request->method !== 'POST') {
            return Response::methodNotAllowed(['POST']);
        }
        if ($request->path === self::TOKEN_PATH) {
            return $this->issue($request);
        }

        preg_match(self::ACTION, $request->path, $match);
        $token = preg_match('/^Bearer +(\S+)$/Di', $request->header('authorization') ?? '', $bearer) === 1
            ? $bearer[1]
            : '';
        if (!$this->tokens->isValid($token) || $request->header('x-gw-ims-org-id') !== $this->settings->tenant->orgId) {
            return Response::json(401, ['error' => 'The token or the organization is not valid.']);
        }

        return $this->match($match[1], json_decode($request->body, true, 32));
    }

    /** What was set, or that nothing matches. */
    private function match(string $action, mixed $body): Response
    {
        [$parameter, $echo, $list] = self::SHAPES[$action];
        $key = is_array($body) ? $body[$parameter] ?? null : null;
        if (!is_string($key) || $key === '') {
            return Response::json(400, ['error' => "$parameter is missing."]);
        }
        $answer = $this->store->answer($action, $key);

        return $answer === null
            ? Response::json(200, [$echo => $key, $list => [], 'skip' => false])
            : new Response(200, ['content-type' => 'application/json'], $answer);
    }

    private function issue(Request $request): Response
    {
        @parse_str($request->body, $form);
        $known = ($form['grant_type'] ?? '') === 'client_credentials'
            && hash_equals($this->settings->tenant->clientId, (string) ($form['client_id'] ?? ''))
            && hash_equals($this->settings->tenant->clientSecret, (string) ($form['client_secret'] ?? ''));

        return $known
            ? Response::json(200, [
                'access_token' => $this->tokens->issue(),
                'token_type' => 'bearer',
                'expires_in' => $this->tokens->ttl(),
            ])
            : Response::json(401, ['error' => 'invalid_client']);
    }
}
