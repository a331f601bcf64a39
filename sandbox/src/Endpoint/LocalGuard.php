<?php

declare(strict_types=1);

namespace Aco\Sandbox\Endpoint;

use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;

/**
 * Keeps web pages that are open in the user's browser away from the pages and controls of the sandbox. They need no
 * password, so a browser must not be talked into using them: neither by a form or script of another site (Origin), nor
 * by a name that resolves to this machine (Host).
 */
final class LocalGuard
{
    public function __construct(private readonly string $baseUrl)
    {
    }

    public function refuse(Request $request): ?Response
    {
        $host = preg_replace('/:\d*$/D', '', strtolower($request->header('host') ?? 'localhost'));
        if ($host !== 'localhost' && $host !== '[::1]' && preg_match('/^127(\.\d{1,3}){3}$/D', $host) !== 1) {
            return self::refusal(403, 'Open the sandbox by its loopback address.');
        }

        $origin = $request->header('origin');
        $port = (string) parse_url($this->baseUrl, PHP_URL_PORT);
        if ($origin !== null && $origin !== $this->baseUrl && $origin !== "http://localhost:$port") {
            return self::refusal(403, 'Requests from other web sites are refused.');
        }

        $hasBody = in_array($request->method, ['POST', 'PUT', 'PATCH'], true);
        if ($hasBody && $request->mediaType() !== 'application/json') {
            return self::refusal(415, 'Send Content-Type: application/json.');
        }

        return null;
    }

    private static function refusal(int $status, string $message): Response
    {
        return Response::json($status, ['message' => $message]);
    }
}
