<?php

declare(strict_types=1);

namespace Aco\Sandbox\Access;

/** The access tokens that were given out. Only their hashes are kept, as a service would do. */
final class TokenStore
{
    private const MAX_TOKENS = 10_000;

    /** @var array<string, float> expiry by SHA-256, oldest first */
    private array $expiries = [];

    public function __construct(private readonly int $ttl)
    {
    }

    public function ttl(): int
    {
        return $this->ttl;
    }

    public function issue(): string
    {
        $token = rtrim(strtr(base64_encode(random_bytes(48)), '+/', '-_'), '=');
        if (count($this->expiries) >= self::MAX_TOKENS) {
            array_shift($this->expiries);
        }
        $this->expiries[self::hash($token)] = microtime(true) + $this->ttl;

        return $token;
    }

    public function isValid(#[\SensitiveParameter] string $token): bool
    {
        $hash = self::hash($token);
        if (!isset($this->expiries[$hash])) {
            return false;
        }
        if ($this->expiries[$hash] <= microtime(true)) {
            unset($this->expiries[$hash]);

            return false;
        }

        return true;
    }

    public function expireAll(): void
    {
        $this->expiries = [];
    }

    /** The prefix keeps PHP from making an integer index of a hash that has only digits. */
    private static function hash(#[\SensitiveParameter] string $token): string
    {
        return 'h' . hash('sha256', $token);
    }
}
