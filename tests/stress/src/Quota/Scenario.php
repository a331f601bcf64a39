<?php

declare(strict_types=1);

namespace Aco\Stress\Quota;

/**
 * What is sent, and which of the quotas holds it back.
 */
final class Scenario
{
    /**
     * @param array<string, int> $limits of QuotaServer and of the client alike
     * @param array<string, array{int, int}> $feeds the least and the most items that a feed is given at once
     * @param string|null $measured the quota that is to be used; null: none of them alone
     */
    private function __construct(
        public readonly string $name,
        public readonly array $limits,
        public readonly array $feeds,
        public readonly ?string $measured,
        public readonly int $maxRequestBytes,
    ) {
    }

    /**
     * @return array<string, self> by name
     */
    public static function all(): array
    {
        $scenarios = [
            // Each of them makes several requests.
            new self('2 requests/s', ['requests' => 2], ['prices' => [20, 90]], 'requests', 1024),
            new self('20 requests/s', ['requests' => 20], ['prices' => [20, 500]], 'requests', 1024),
            new self(
                '1,000 products/min',
                ['requests' => 2, 'products' => 1000],
                ['products' => [2000, 2000]],
                'products',
                1 << 23,
            ),
            new self(
                '50,000 prices/min',
                ['requests' => 2, 'prices' => 50_000],
                ['prices' => [10_000, 10_000]],
                'prices',
                1 << 23,
            ),
            new self(
                'all of them',
                ['requests' => 2, 'products' => 1000, 'prices' => 50_000],
                ['products' => [1, 150], 'prices' => [1, 900]],
                null,
                1 << 23,
            ),
        ];

        return array_combine(array_column($scenarios, 'name'), $scenarios);
    }

    /** Seconds that the window of a quota takes. */
    public static function window(string $quota): int
    {
        return $quota === 'requests' ? 1 : 60;
    }

    /**
     * What the process that sends has to know.
     *
     * @return array<string, mixed>
     */
    public function work(): array
    {
        return ['limits' => $this->limits, 'feeds' => $this->feeds, 'maxRequestBytes' => $this->maxRequestBytes];
    }
}
