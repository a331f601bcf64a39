<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

use Aco\Feed;
use Aco\Limits;

/** How much of the rates the last minute has used, by what the feed tables record: what was sent from this database. */
final class QuotaUse
{
    private const SECONDS = 60;

    private function __construct(
        public readonly Limits $limits,
        public readonly int $requests,
        public readonly int $products,
        public readonly int $prices,
    ) {
    }

    public static function of(FeedTables $tables, Limits $limits): self
    {
        $since = gmdate('Y-m-d H:i:s', time() - self::SECONDS);
        $answered = [];
        foreach (Feed::cases() as $feed) {
            $answered[$feed->value] = $tables->answered($feed, $since);
        }

        return new self(
            $limits,
            array_sum(array_column($answered, 'requests')),
            $answered[Feed::Products->value]['items'],
            $answered[Feed::Prices->value]['items'],
        );
    }

    /** @return list<array{name: string, used: int, limit: float}> of a minute; a limit of 0 is none */
    public function lines(): array
    {
        return [
            [
                'name' => 'Requests',
                'used' => $this->requests,
                'limit' => $this->limits->requestsPerSecond * self::SECONDS,
            ],
            ['name' => 'Products', 'used' => $this->products, 'limit' => (float) $this->limits->productsPerMinute],
            ['name' => 'Prices', 'used' => $this->prices, 'limit' => (float) $this->limits->pricesPerMinute],
        ];
    }

    /** @return array<string, mixed> */
    public function data(): array
    {
        return [
            'seconds' => self::SECONDS,
            'requests' => $this->requests,
            'requestsPerSecond' => $this->limits->requestsPerSecond,
            'products' => $this->products,
            'productsPerMinute' => $this->limits->productsPerMinute,
            'prices' => $this->prices,
            'pricesPerMinute' => $this->limits->pricesPerMinute,
        ];
    }
}
