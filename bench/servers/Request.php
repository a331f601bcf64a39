<?php

declare(strict_types=1);

namespace Aco\Bench\Servers;

/**
 * A request as it arrived.
 */
final class Request
{
    /**
     * @param array<string, string> $headers by lower-case name
     * @param string $body as it came over the wire; "" while only the head is there
     * @param int $arrivedAt hrtime()
     */
    public function __construct(
        public readonly int $number,
        public readonly string $method,
        public readonly string $path,
        public readonly array $headers,
        public readonly string $body,
        public readonly int $arrivedAt,
    ) {
    }

    public function asksForToken(): bool
    {
        return str_starts_with($this->path, '/ims/token/');
    }

    /** The body without its compression; null when it is damaged. */
    public function text(): ?string
    {
        if (($this->headers['content-encoding'] ?? '') !== 'gzip') {
            return $this->body;
        }
        $text = @gzdecode($this->body);

        return $text === false ? null : $text;
    }
}
