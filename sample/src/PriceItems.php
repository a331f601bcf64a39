<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * The prices feed: a base price for every product on each of its websites, and one for every customer group that pays
 * something else.
 */
final class PriceItems
{
    private const UPDATED_AT = '2026-03-02T04:15:00+00:00';

    private const TYPES = [
        'simple' => 'SIMPLE',
        'virtual' => 'SIMPLE',
        'downloadable' => 'DOWNLOADABLE',
        'grouped' => 'GROUPED',
        'bundle' => 'BUNDLE_DYNAMIC',
        'bundle_fixed' => 'BUNDLE_FIXED',
    ];

    private const PARENT_TYPES = [
        'configurable' => 'CONFIGURABLE',
        'bundle' => 'BUNDLE',
        'bundle_fixed' => 'BUNDLE',
        'grouped' => 'GROUPED',
    ];

    private const WHOLESALE = 2;
    private const TRAIL_CLUB = 3;

    /** Euro cents for a hundred US cents. */
    private const RATES = ['USD' => 100, 'EUR' => 92];

    public function __construct(private readonly Shop $shop, private readonly Products $products)
    {
    }

    /**
     * @return \Generator<int, array<string, mixed>>
     */
    public function items(): \Generator
    {
        for ($i = 0; $i < $this->products->count; $i++) {
            $product = $this->products->at($i);
            if ($product->type === 'configurable') {
                continue;
            }

            foreach ($this->shop->websites as $website) {
                if ($product->isOn($website)) {
                    yield from $this->ofWebsite($product, $website);
                }
            }
        }
    }

    /**
     * @return \Generator<int, array<string, mixed>>
     */
    private function ofWebsite(Product $product, Website $website): \Generator
    {
        $random = new Random("price/$product->index");
        $cents = intdiv($product->cents * self::RATES[$website->currency] + 50, 100);

        if ($product->type === 'grouped' || $product->type === 'bundle') {
            $cents = 0;
        }

        $special = $this->special($product, $cents, $random);
        $tiers = $cents > 0 && $random->below(9) === 0 ? $this->tiers($cents, $random) : [];

        yield $this->item($product, $website, '0', $cents, $special, $tiers);

        if ($cents === 0) {
            return;
        }

        // One line of clothing in four is on sale by a catalog rule, which counts for every group.
        $family = Layout::configurable($product->index) ?? $product->index;
        $rule = $product->good->domain === 'wear' && $family % 4 === 0
            ? [['code' => 'catalog_rule', 'price' => self::money(intdiv($cents * 80, 100))]]
            : [];
        $hasWholesale = $random->below(4) === 0;
        $hasClub = $random->below(7) === 0;

        foreach (array_keys(Shop::CUSTOMER_GROUPS) as $group) {
            $discounts = $special;
            $groupTiers = $tiers;

            if ($group === self::WHOLESALE && $hasWholesale) {
                $discounts[] = $product->index % 2 === 0
                    ? ['code' => 'group', 'percentage' => 12.5]
                    : ['code' => 'group', 'price' => self::money(intdiv($cents * 85, 100))];
                $groupTiers = $this->withWholesaleTiers($tiers, $cents);
            } elseif ($group === self::TRAIL_CLUB && $hasClub) {
                $discounts[] = ['code' => 'group', 'percentage' => 5.0];
            }

            $discounts = [...$discounts, ...$rule];
            if ($discounts !== $special || $groupTiers !== $tiers) {
                yield $this->item($product, $website, Shop::groupCode($group), $cents, $discounts, $groupTiers);
            }
        }
    }

    /**
     * @return list<array<string, mixed>>
     */
    private function special(Product $product, int $cents, Random $random): array
    {
        $percent = $random->below(5) === 0 ? $random->between(10, 40) : 0;
        if ($percent === 0) {
            return [];
        }
        if ($product->type === 'bundle' || ($product->type === 'bundle_fixed' && $cents > 0)) {
            return [['code' => 'special_price', 'percentage' => (float) (100 - $percent)]];
        }

        return $cents === 0
            ? []
            : [['code' => 'special_price', 'price' => self::money(intdiv($cents * (100 - $percent), 100))]];
    }

    /**
     * @return list<array<string, float>>
     */
    private function tiers(int $cents, Random $random): array
    {
        return match ($random->below(3)) {
            0 => [
                ['qty' => 5.0, 'percentage' => 5.0],
                ['qty' => 10.0, 'percentage' => 7.25],
            ],
            1 => [
                ['qty' => 2.5, 'price' => self::money(intdiv($cents * 97, 100))],
                ['qty' => 10.0, 'price' => self::money(intdiv($cents * 92, 100))],
                ['qty' => 100.0, 'price' => self::money(intdiv($cents * 85, 100))],
            ],
            default => [
                ['qty' => 3.0, 'price' => self::money(intdiv($cents * 95, 100))],
                ['qty' => 12.0, 'percentage' => 10.0],
            ],
        };
    }

    /**
     * Tiers of the group replace those of all groups with the same quantity; new ones are appended.
     *
     * @param list<array<string, float>> $tiers
     * @return list<array<string, float>>
     */
    private function withWholesaleTiers(array $tiers, int $cents): array
    {
        $own = ['qty' => 10.0, 'price' => self::money(intdiv($cents * 80, 100))];
        $replaced = false;

        foreach ($tiers as $i => $tier) {
            if ($tier['qty'] === $own['qty']) {
                $tiers[$i] = $own;
                $replaced = true;
            }
        }

        if (!$replaced) {
            $tiers[] = $own;
        }

        return $tiers;
    }

    /**
     * @param list<array<string, mixed>> $discounts
     * @param list<array<string, float>> $tiers
     * @return array<string, mixed>
     */
    private function item(
        Product $product,
        Website $website,
        string $groupCode,
        int $cents,
        array $discounts,
        array $tiers,
    ): array {
        $item = [
            'productId' => $product->id(),
            'sku' => $product->sku,
            'type' => self::TYPES[$product->type],
            'customerGroupCode' => $groupCode,
            'websiteCode' => $website->code,
        ];

        foreach ($this->products->parents($product) as $parent) {
            $item['parents'][] = ['type' => self::PARENT_TYPES[$parent->type], 'sku' => $parent->sku];
        }

        $item['regular'] = self::money($cents);
        $item['discounts'] = $discounts ?: null;

        if ($tiers !== []) {
            $item['tierPrices'] = $tiers;
        }

        $item['deleted'] = false;
        $item['updatedAt'] = self::UPDATED_AT;

        return $item;
    }

    private static function money(int $cents): float
    {
        return $cents / 100.0;
    }
}
