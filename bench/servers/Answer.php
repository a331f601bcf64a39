<?php

declare(strict_types=1);

namespace Aco\Bench\Servers;

/**
 * What is said to a request, and when.
 */
final class Answer
{
    /**
     * @param array<string, string> $headers
     * @param float $delay seconds
     */
    private function __construct(
        public readonly int $status,
        public readonly string $body,
        public readonly array $headers,
        public readonly float $delay,
        public readonly Ending $ending,
    ) {
    }

    /**
     * @param array<string, mixed> $body
     * @param array<string, string> $headers
     */
    public static function json(int $status, array $body, array $headers = [], float $delay = 0.0): self
    {
        return new self($status, json_encode($body, JSON_THROW_ON_ERROR), $headers, $delay, Ending::Kept);
    }

    public static function accepted(int $count, float $delay = 0.0): self
    {
        return self::json(200, ['status' => 'ACCEPTED', 'acceptedCount' => $count], [], $delay);
    }

    /** No answer but how it ends. */
    public static function none(Ending $ending): self
    {
        return new self(0, '', [], 0.0, $ending);
    }

    public function ending(Ending $ending): self
    {
        return new self($this->status, $this->body, $this->headers, $this->delay, $ending);
    }

    public function withBody(string $body): self
    {
        return new self($this->status, $body, $this->headers, $this->delay, $this->ending);
    }

    public function bytes(string $requestId): string
    {
        $head = "HTTP/1.1 $this->status Some Reason\r\nContent-Type: application/json\r\nx-request-id: $requestId\r\n"
            . 'Content-Length: ' . strlen($this->body) . "\r\n";
        foreach ($this->headers as $name => $value) {
            $head .= "$name: $value\r\n";
        }

        return "$head\r\n$this->body";
    }
}
