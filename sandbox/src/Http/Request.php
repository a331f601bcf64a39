<?php

declare(strict_types=1);

namespace Aco\Sandbox\Http;

final class Request
{
    /** Sent back as x-request-id. */
    public readonly string $id;

    /**
     * @param array<string, string> $headers by lower-case name
     * @param bool $bodyTooLarge the body is longer than the server reads, and $body is empty
     */
    public function __construct(
        public readonly string $method,
        public readonly string $path,
        public readonly string $query,
        public readonly array $headers,
        public readonly string $body = '',
        public readonly bool $bodyTooLarge = false,
        public readonly bool $keepAlive = true,
    ) {
        $this->id = bin2hex(random_bytes(16));
    }

    public function header(string $name): ?string
    {
        return $this->headers[$name] ?? null;
    }

    /** The media type without parameters, in lower case. */
    public function mediaType(): string
    {
        return strtolower(trim(explode(';', $this->headers['content-type'] ?? '')[0]));
    }

    public function queryParameter(string $name): ?string
    {
        @parse_str($this->query, $parameters);
        $value = $parameters[$name] ?? null;

        return is_string($value) ? $value : null;
    }

    /** A whole number of the query, brought into the range. */
    public function queryNumber(string $name, int $default, int $min, int $max): int
    {
        $value = filter_var($this->queryParameter($name), FILTER_VALIDATE_INT);

        return $value === false ? $default : max($min, min($max, $value));
    }
}
