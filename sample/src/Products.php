<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * The products of the catalog by index. Each is made from its index alone.
 */
final class Products
{
    /** Websites of a block; by that a composite and its parts are always on the same ones. */
    private const WEBSITES = [
        ['us', 'eu'],
        ['us'],
        ['us'],
        ['eu'],
        ['us'],
        ['us'],
        ['us'],
        ['us'],
        ['us'],
        ['us'],
    ];

    private const LINE_STARTS = [
        'Hollow', 'Fjell', 'Ørland', 'Raven', 'Bracken', 'Åsgard', 'Kestrel', 'Moor', 'St. Élan', 'Birken', 'Old Mill',
        'Tarn', 'Grouse', 'Lærdal', 'Peat', 'Ash', 'Curlew', 'Großhorn', 'Drift', 'Hearth', 'Salt', 'O’Neil', 'Juniper',
    ];

    private const LINE_ENDS = [
        'Creek', 'Ridge', 'II', 'Light', 'Pro', 'Trail', '½', 'No. 7', 'Nord', 'Field', 'Basecamp', 'Classic', 'XT/2',
        'Hut', 'Bay', '& Co', '"Original"', '365', 'North', 'Überland', '–40°',
    ];

    /** Neighbours are asked for again and again: as parents, parts and links. */
    private const CACHED = 4 * Layout::BLOCK;

    private readonly Goods $goods;

    /** @var array<int, Product> */
    private array $cache = [];

    public function __construct(public readonly int $count)
    {
        $this->goods = new Goods();
    }

    public function at(int $index): ?Product
    {
        if ($index >= $this->count) {
            return null;
        }
        if (!isset($this->cache[$index])) {
            if (count($this->cache) >= self::CACHED) {
                $this->cache = [];
            }
            $this->cache[$index] = $this->make($index);
        }

        return $this->cache[$index];
    }

    /**
     * @return list<Product> the composites the product is part of
     */
    public function parents(Product $product): array
    {
        return $this->existing(Layout::parents($product->index));
    }

    /**
     * @return list<Product>
     */
    public function parts(Product $product): array
    {
        return $this->existing(Layout::parts($product->index));
    }

    /**
     * @param list<int> $indexes
     * @return list<Product>
     */
    private function existing(array $indexes): array
    {
        $products = [];
        foreach ($indexes as $index) {
            $product = $this->at($index);
            if ($product !== null) {
                $products[] = $product;
            }
        }

        return $products;
    }

    private function make(int $index): Product
    {
        // Variants are the same good, of the same line and at the same price as their configurable product.
        $family = Layout::configurable($index) ?? $index;
        $shared = new Random("product/$family");
        $good = $shared->pick($this->goods->group(Layout::goods($index)));
        $line = $shared->pick(self::LINE_STARTS) . ' ' . $shared->pick(self::LINE_ENDS);
        $type = Layout::type($index);
        $cents = $this->cents($good, $shared, $type);

        $own = new Random("own/$index");
        $sku = sprintf('%s-%05d', $good->code, $family + 1);
        $colour = null;
        $size = null;

        if ($family !== $index) {
            [$colour, $size] = $this->variant($index, $good, new Random("colours/$family"));
            $sku .= ($colour !== null ? "-$colour" : '') . "-$size";
        }

        return new Product(
            $index,
            $sku,
            $type,
            $good,
            $line,
            $this->websites($index),
            $cents,
            $own->between(...$good->grams),
            $this->isEnabled($index, $own),
            $own->below(27) !== 0,
            $own->below(15) === 0,
            $this->visibility($index, $family, $own),
            $colour,
            $size,
        );
    }

    /**
     * @return array{string|null, string} colour and size
     */
    private function variant(int $index, Good $good, Random $random): array
    {
        $position = $index % Layout::BLOCK;
        $sizes = array_map('strval', array_keys(Options::SIZES[$good->sizes]));
        if ($position > 12) {
            return [null, $sizes[$position - 13]];
        }
        $colours = $random->some(array_keys(Options::COLOURS), 4);

        return [$colours[$position % 4], $sizes[1 + intdiv($position, 4)]];
    }

    private function cents(Good $good, Random $random, string $type): int
    {
        [$low, $high] = $good->cents;
        if ($high === 0 || ($type === 'downloadable' && $random->below(4) === 0)) {
            return 0;
        }
        $dollars = $random->between(intdiv($low, 100), intdiv($high, 100));

        return $dollars * 100 - $random->pick([0, 0, 1, 5, 5, 50]);
    }

    /**
     * @return list<string>
     */
    private function websites(int $index): array
    {
        $websites = self::WEBSITES[intdiv($index, Layout::BLOCK) % count(self::WEBSITES)];
        if ($index % Layout::BLOCK === 37) {
            return $websites === ['us'] ? ['eu'] : ['us'];
        }

        return $websites;
    }

    private function isEnabled(int $index, Random $random): bool
    {
        // In every sixteenth block no variant of the second configurable product is left.
        if (intdiv($index, Layout::BLOCK) % 16 === 6 && Layout::configurable($index) % Layout::BLOCK === 18) {
            return false;
        }

        return $random->below(31) !== 0;
    }

    private function visibility(int $index, int $family, Random $random): string
    {
        if ($family !== $index) {
            return 'Not Visible Individually';
        }

        return match ($random->below(20)) {
            0 => 'Catalog',
            1 => 'Search',
            2 => 'Not Visible Individually',
            default => 'Catalog, Search',
        };
    }
}
