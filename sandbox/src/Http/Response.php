<?php

declare(strict_types=1);

namespace Aco\Sandbox\Http;

use Aco\Sandbox\Catalog\Json;

final class Response
{
    private const REASONS = [
        200 => 'OK', 201 => 'Created', 202 => 'Accepted', 204 => 'No Content', 207 => 'Multi-Status',
        303 => 'See Other',
        400 => 'Bad Request', 401 => 'Unauthorized',
        403 => 'Forbidden', 404 => 'Not Found', 405 => 'Method Not Allowed', 408 => 'Request Timeout',
        410 => 'Gone', 413 => 'Content Too Large', 415 => 'Unsupported Media Type', 422 => 'Unprocessable Content',
        429 => 'Too Many Requests', 431 => 'Request Header Fields Too Large', 500 => 'Internal Server Error',
        501 => 'Not Implemented', 502 => 'Bad Gateway', 503 => 'Service Unavailable', 504 => 'Gateway Timeout',
        505 => 'HTTP Version Not Supported',
    ];

    /** @param array<string, string> $headers by lower-case name */
    public function __construct(
        public readonly int $status,
        public readonly array $headers,
        public readonly string $body,
    ) {
    }

    /** @param array<string, string> $headers */
    public static function json(int $status, mixed $value, array $headers = []): self
    {
        return new self(
            $status,
            ['content-type' => 'application/json;charset=UTF-8', 'cache-control' => 'no-store'] + $headers,
            Json::encodeLenient($value),
        );
    }

    /** @param array<string, string> $headers */
    public static function html(int $status, string $html, array $headers = []): self
    {
        return new self($status, ['content-type' => 'text/html;charset=UTF-8'] + $headers, $html);
    }

    /** The shape in which the API's gateway answers errors that are not about items. */
    public static function gatewayError(int $status, string $title, string $code, string $message): self
    {
        return self::json($status, [
            'title' => $title,
            'status' => (string) $status,
            'error_code' => $code,
            'message' => $message,
        ]);
    }

    /** @param list<string> $allowed */
    public static function methodNotAllowed(array $allowed): self
    {
        $allow = implode(', ', $allowed);
        $response = self::gatewayError(405, 'ErrMethodNotAllowed', '405000', "Use one of these methods here: $allow.");

        return new self(405, $response->headers + ['allow' => $allow], $response->body);
    }

    /** Statuses that never come with a body, and so without a length. */
    public function isBodiless(): bool
    {
        return $this->status === 204 || $this->status === 304;
    }

    public function head(string $requestId, bool $keepAlive): string
    {
        $lines = [sprintf('HTTP/1.1 %d %s', $this->status, self::REASONS[$this->status] ?? 'Status')];
        $length = $this->isBodiless() ? [] : ['content-length' => (string) strlen($this->body)];
        $headers = $this->headers + $length + [
            'date' => gmdate('D, d M Y H:i:s') . ' GMT',
            'x-request-id' => $requestId,
            'connection' => $keepAlive ? 'keep-alive' : 'close',
        ];

        foreach ($headers as $name => $value) {
            $lines[] = "$name: $value";
        }

        return implode("\r\n", $lines) . "\r\n\r\n";
    }
}
