<?php

declare(strict_types=1);

namespace Aco\Cluster;

use Aco\SharedStore;
use Aco\Store\PdoStore;
use Aco\Store\RedisAddress;

/** A store, and what is asked of it. */
final class CountingStore implements SharedStore
{
    public int $swaps = 0;
    public float $seconds = 0.0;

    private function __construct(private readonly SharedStore $store)
    {
    }

    /** @param array{place: string|list<string>, user: ?string, password: string} $named see Services\Store */
    public static function of(array $named): self
    {
        return new self(is_string($named['place'])
            ? RedisAddress::parse($named['place'])->store($named['password'])
            : PdoStore::mysql($named['place'], $named['user'], $named['password']));
    }

    public function swap(string $key, ?string $expected, ?string $value, int $seconds): array
    {
        $begun = hrtime(true);

        try {
            return $this->store->swap($key, $expected, $value, $seconds);
        } finally {
            $this->swaps++;
            $this->seconds += (hrtime(true) - $begun) / 1e9;
        }
    }
}
