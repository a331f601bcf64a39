<?php

declare(strict_types=1);

namespace Aco\Cli\Verify;

use Aco\Cli\MonotonicClock;

/** Looks at items, again and again while some are not shown as they were sent and there is time. */
final class Verification
{
    /** Seconds between two looks: a share of the time that has passed, within these bounds. */
    private const PAUSE_SHARE = 0.05;
    private const MIN_PAUSE = 1.0;
    private const MAX_PAUSE = 30.0;

    public int $rounds = 0;

    /**
     * @param list<Field> $fields
     * @param \Closure(int, int): void $progress gets the number of items and of those that are as they were sent
     */
    public function __construct(
        private readonly MerchandisingClient $client,
        private readonly StorefrontConfig $config,
        private readonly array $fields,
        private readonly bool $needsAttributes,
        private readonly \Closure $progress,
    ) {
    }

    /**
     * @param list<SentItem> $items
     * @param float $wait seconds to look again for; 0: one look
     */
    public function run(array $items, float $wait): void
    {
        $start = MonotonicClock::seconds();
        $pending = $items;
        do {
            $began = MonotonicClock::seconds();
            $this->rounds++;
            foreach (self::groups($pending) as $storeView => $chunks) {
                foreach ($chunks as $chunk) {
                    $this->look($chunk, (string) $storeView);
                }
            }

            $pending = array_values(array_filter(
                $pending,
                static fn (SentItem $item): bool => $item->state !== State::Shown,
            ));
            ($this->progress)(count($items), count($items) - count($pending));
            $share = (MonotonicClock::seconds() - $start) * self::PAUSE_SHARE;
            $pause = max(self::MIN_PAUSE, min(self::MAX_PAUSE, $share));
            $next = max($began + $pause, MonotonicClock::seconds());
            $goesOn = $pending !== [] && $next < $start + $wait;
            if ($goesOn) {
                MerchandisingClient::sleepUntil($next);
            }
        } while ($goesOn);
    }

    /** @param list<SentItem> $chunk of one store view */
    private function look(array $chunk, string $storeView): void
    {
        $skus = array_map(static fn (SentItem $item): string => $item->sku, $chunk);
        $compared = array_values(array_filter(
            $this->fields,
            static fn (Field $field): bool => $field !== Field::Price,
        ));
        $views = [];
        foreach ($this->books($chunk) as $number => $book) {
            $fields = [
                ...($number === 0 ? $compared : []),
                ...($book === '' ? [] : [Field::Price]),
            ];
            $views[$book] = $this->client->products($skus, $storeView, $book === '' ? null : $book, $fields);
        }

        $now = microtime(true);
        foreach ($chunk as $item) {
            $item->judge(
                array_map(static fn (array $view): ?Shown => $view[$item->sku] ?? null, $views),
                $this->fields,
                $this->needsAttributes,
                $now,
                $this->rounds === 1,
            );
        }
    }

    /**
     * @param list<SentItem> $chunk
     * @return list<string> price books to ask with; "" without prices
     */
    private function books(array $chunk): array
    {
        return $this->knownBooks($chunk) ?: [''];
    }

    /**
     * Whether any of the items has a price in a book that is looked at.
     *
     * @param list<SentItem> $items
     */
    public function hasPrices(array $items): bool
    {
        return $this->knownBooks($items) !== [];
    }

    /**
     * @param list<SentItem> $items
     * @return list<string>
     */
    private function knownBooks(array $items): array
    {
        $known = array_merge(...array_map(static fn (SentItem $item): array => array_keys($item->prices), $items));

        return array_values(array_intersect($this->config->priceBooks, array_map('strval', $known)));
    }

    /**
     * @param list<SentItem> $items
     * @return array<string, list<list<SentItem>>> as one query takes them, by store view
     */
    private static function groups(array $items): array
    {
        $groups = [];
        foreach ($items as $item) {
            $groups[$item->storeView][] = $item;
        }

        return array_map(
            static fn (array $group): array => array_chunk($group, MerchandisingClient::MAX_SKUS),
            $groups,
        );
    }
}
