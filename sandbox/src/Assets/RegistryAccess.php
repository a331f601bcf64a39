<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;

/** API key and token, as the gateway in front of the asset rules service checks them. */
final class RegistryAccess
{
    public function __construct(private readonly RegistrySettings $settings)
    {
    }

    public function refuse(Request $request): ?Response
    {
        $key = $request->header('x-api-key') ?? '';
        $token = $request->header('x-gw-signature') ?? '';

        return match (true) {
            $key === '' => $this->refusal('nested', 'Client ID is missing', '403000'),
            $key !== $this->settings->apiKey => $this->refusal('nested', 'Client ID is invalid', '403003'),
            $token === '' => $this->refusal('flat', 'JWT is required', '403052'),
            !$this->isGood($token) => $this->refusal('flat', 'JWT is invalid', '403053'),
            default => null,
        };
    }

    /** RS256, signed with the key when it is known, and not yet expired. */
    private function isGood(#[\SensitiveParameter] string $token): bool
    {
        $parts = explode('.', $token);
        if (count($parts) !== 3 || in_array('', $parts, true) || preg_match('/^[A-Za-z0-9_.-]+$/D', $token) !== 1) {
            return false;
        }

        [$header, $claims, $signature] = array_map(self::decode(...), $parts);
        $header = json_decode($header, true);
        $claims = json_decode($claims, true);
        if (!is_array($header) || ($header['alg'] ?? '') !== 'RS256' || !is_int($claims['exp'] ?? null)) {
            return false;
        }

        return $claims['exp'] > time() && ($this->settings->publicKey === null || openssl_verify(
            "$parts[0].$parts[1]",
            $signature,
            $this->settings->publicKey,
            OPENSSL_ALGO_SHA256,
        ) === 1);
    }

    private static function decode(string $part): string
    {
        return (string) base64_decode(strtr($part, '-_', '+/'), true);
    }

    /** @param string $documented the shape in which this error is documented */
    private function refusal(string $documented, string $message, string $code): Response
    {
        return Response::json(403, ($this->settings->errorShape ?? $documented) === 'flat'
            ? ['error_code' => $code, 'message' => $message]
            : ['error' => ['code' => 'Forbidden', 'message' => $message, 'details' => ['error_code' => $code]]]);
    }
}
