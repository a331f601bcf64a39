<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;

/** OAuth 1.0a with HMAC-SHA256, as Commerce verifies it. */
final class OAuthCheck
{
    private const WINDOW_SECONDS = 600;
    private const MAX_NONCES = 100_000;
    private const NEEDED = [
        'oauth_consumer_key', 'oauth_token', 'oauth_nonce', 'oauth_timestamp', 'oauth_signature_method',
        'oauth_signature',
    ];

    /** @var array<string, true> of the last requests, oldest first */
    private array $nonces = [];

    public function __construct(private readonly CommerceKeys $keys, private readonly string $baseUrl)
    {
    }

    public function refuse(Request $request): ?Response
    {
        $given = self::parameters($request->header('authorization') ?? '');

        foreach (self::NEEDED as $name) {
            if (($given[$name] ?? '') === '') {
                return self::problem(401, 'parameter_absent', "$name is missing.");
            }
        }

        return match (true) {
            ($given['oauth_version'] ?? '1.0') !== '1.0' => self::problem(
                400,
                'version_rejected',
                'oauth_version must be 1.0.',
            ),
            $given['oauth_signature_method'] !== 'HMAC-SHA256'
                => self::problem(400, 'signature_method_rejected', 'The signature method must be HMAC-SHA256.'),
            $given['oauth_consumer_key'] !== $this->keys->consumerKey
                => self::problem(401, 'consumer_key_rejected', 'The consumer key is unknown.'),
            $given['oauth_token'] !== $this->keys->accessToken
                => self::problem(401, 'token_rejected', 'The access token is unknown.'),
            preg_match('/^\d{1,12}$/D', $given['oauth_timestamp']) !== 1
                || abs((int) $given['oauth_timestamp'] - time()) > self::WINDOW_SECONDS
                => self::problem(400, 'timestamp_refused', 'The timestamp is too far from the time of the server.'),
            !hash_equals($this->signature($request, $given), $given['oauth_signature'])
                => self::problem(401, 'signature_invalid', 'The signature is invalid.'),
            !$this->take($given['oauth_nonce'])
                => self::problem(401, 'nonce_used', 'The nonce was used before.'),
            default => null,
        };
    }

    /** @return array<string, string> of the Authorization header */
    private static function parameters(string $header): array
    {
        if (preg_match('/^OAuth\s+/i', $header, $match) !== 1) {
            return [];
        }
        preg_match_all('/([a-z_]+)="([^"]*)"/', substr($header, strlen($match[0])), $pairs, PREG_SET_ORDER);

        return array_map('rawurldecode', array_column($pairs, 2, 1));
    }

    /** @param array<string, string> $given */
    private function signature(Request $request, array $given): string
    {
        unset($given['oauth_signature'], $given['realm']);
        $pairs = [];

        foreach ($given as $name => $value) {
            $pairs[] = [rawurlencode($name), rawurlencode($value)];
        }

        foreach ($request->query === '' ? [] : explode('&', $request->query) as $pair) {
            [$name, $value] = explode('=', $pair, 2) + [1 => ''];
            $pairs[] = [rawurlencode(urldecode($name)), rawurlencode(urldecode($value))];
        }

        sort($pairs);
        $list = implode('&', array_map(static fn (array $pair): string => "$pair[0]=$pair[1]", $pairs));
        $base = implode('&', array_map('rawurlencode', [$request->method, $this->url($request), $list]));
        $key = rawurlencode($this->keys->consumerSecret) . '&' . rawurlencode($this->keys->accessTokenSecret);

        return base64_encode(hash_hmac('sha256', $base, $key, true));
    }

    /** The address that the client used: the sandbox has several names. */
    private function url(Request $request): string
    {
        $host = strtolower($request->header('host') ?? '');
        $base = $host === '' ? $this->baseUrl : 'http://' . preg_replace('/:80$/D', '', $host);

        return $base . $request->path;
    }

    private function take(string $nonce): bool
    {
        if (isset($this->nonces[$nonce])) {
            return false;
        }
        if (count($this->nonces) >= self::MAX_NONCES) {
            array_shift($this->nonces);
        }
        $this->nonces[$nonce] = true;

        return true;
    }

    private static function problem(int $status, string $code, string $message): Response
    {
        return Response::json($status, ['message' => "$message (oauth_problem=$code)"]);
    }
}
