<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Webhook;

/** What the receiver answers. */
final class WebhookResponse
{
    private function __construct(
        public readonly int $status,
        public readonly string $type,
        public readonly string $body,
        /** For the log; "" when there is nothing to say. */
        public readonly string $reason = '',
    ) {
    }

    public static function text(string $body): self
    {
        return new self(200, 'text/plain;charset=UTF-8', $body);
    }

    /** @param array<string, mixed> $values */
    public static function json(array $values, string $reason = ''): self
    {
        return new self(200, 'application/json', json_encode($values, JSON_THROW_ON_ERROR), $reason);
    }

    public static function refusal(int $status, string $reason): self
    {
        return new self($status, 'text/plain;charset=UTF-8', "$reason\n", $reason);
    }

    /** Of the receiver itself, about which outsiders learn nothing. Adobe repeats 429 and 5xx, and nothing else. */
    public static function failure(int $status, string $reason): self
    {
        return new self($status, 'text/plain;charset=UTF-8', "not available now; the log says why\n", $reason);
    }
}
