<?php

declare(strict_types=1);

namespace Aco\Stress\Soak;

/**
 * Items of a feed, made by chance: live ones, deleted ones, some that change while they are sent, some that are
 * refused.
 */
final class Assortment
{
    /** A change of an item comes so many items later at most. */
    private const DISTANCE = 800;

    /** Bytes that make an item larger than a request may be. */
    private const GIANT = 21_000;

    /** How often, and the versions of an item in the order they are given. */
    private const STORIES = [
        [6900, ['good']],
        [1000, ['good deleted']],
        [1100, ['good', 'good']],
        [300, ['good', 'good deleted']],
        [250, ['good deleted', 'good']],
        [150, ['good', 'refused']],
        [50, ['refused', 'good']],
        [150, ['refused']],
        [40, ['refused deleted']],
        [40, ['unmappable']],
        [10, ['good', 'unmappable']],
        [6, ['poison']],
        [4, ['giant']],
    ];

    /**
     * @param int $process part of each sku, so that no two processes send the same item
     * @param list<string> $without names of cases of Nature that do not happen
     */
    public function __construct(
        private readonly string $feed,
        private readonly int $process,
        private readonly array $without,
    ) {
    }

    /**
     * @return list<Entry> in the order they are given
     */
    public function make(int $count): array
    {
        $entries = [];
        $order = [];

        for ($n = 0; count($entries) < $count; $n++) {
            $story = $this->story();
            $at = (float) $n;

            foreach ($story as $version => $what) {
                $entries[] = $this->entry($n, $version, $what, in_array('refused deleted', $story, true));
                $order[] = $at;
                $at += mt_rand(0, self::DISTANCE) + 0.5;
            }
        }

        array_multisort($order, array_keys($entries), $entries);

        return $entries;
    }

    /**
     * @return non-empty-list<string>
     */
    private function story(): array
    {
        do {
            $left = mt_rand(1, array_sum(array_column(self::STORIES, 0)));

            foreach (self::STORIES as [$weight, $story]) {
                $left -= $weight;
                if ($left <= 0) {
                    break;
                }
            }

            $natures = array_map(static fn (string $what): string => ucfirst(strtok($what, ' ')), $story);
        } while (array_intersect($natures, $this->without) !== []);

        return $story;
    }

    private function entry(int $n, int $version, string $what, bool $isRefusedByName): Entry
    {
        $nature = Nature::from(strtok($what, ' '));
        $sku = ($isRefusedByName ? Nature::Refused : Nature::Good)->value . "-$this->process-$n";
        $item = $this->feed === 'products'
            ? $this->product($sku, $n, $version, $nature)
            : $this->price($sku, $n, $version, $nature);
        if (str_ends_with($what, ' deleted')) {
            $item['deleted'] = true;
        }

        return new Entry($this->feed, $item, $nature);
    }

    /**
     * @return array<string, mixed>
     */
    private function product(string $sku, int $n, int $version, Nature $nature): array
    {
        $item = [
            'sku' => $sku,
            'storeViewCode' => $n % 7 === 0 ? 'fr' : 'default',
            'name' => "$nature->value product \u{fc}$n, \"version\" {" . $version,
            'urlKey' => "product-$n",
            'status' => 'Enabled',
            'visibility' => 'Catalog, Search',
            'inStock' => $n % 5 !== 0,
            'description' => str_repeat('Some words. ', mt_rand(0, 40)),
        ];

        if ($nature === Nature::Giant) {
            $item['description'] = str_repeat('x', self::GIANT);
        } elseif ($nature === Nature::Unmappable) {
            unset($item['name']);
        }

        return $item;
    }

    /**
     * @return array<string, mixed>
     */
    private function price(string $sku, int $n, int $version, Nature $nature): array
    {
        $item = [
            'sku' => $sku,
            'websiteCode' => 'base',
            'customerGroupCode' => $n % 3 === 0 ? sha1('1') : '0',
            'regular' => $n / 100 + $version,
            'discounts' => [['code' => $nature->value, 'percentage' => mt_rand(1, 90)]],
        ];

        if ($nature === Nature::Giant) {
            for ($qty = 1; $qty * 20 < self::GIANT; $qty++) {
                $item['tierPrices'][] = ['qty' => $qty, 'price' => 1000 + $qty];
            }
        } elseif ($nature === Nature::Unmappable) {
            unset($item['regular']);
        }

        return $item;
    }
}
