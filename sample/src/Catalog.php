<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * An invented catalog as Commerce's SaaS Data Export would hand it over. The same number of products gives the same
 * items, always; they are made one by one, so that memory does not grow with the catalog.
 */
final class Catalog
{
    public const PRODUCTS = 2000;

    public const FEEDS = ['products', 'productAttributes', 'categories', 'prices', 'priceBooks'];

    private readonly Shop $shop;

    /**
     * @param int $products how many products; each is an item in every store view of its websites
     */
    public function __construct(private readonly int $products = self::PRODUCTS)
    {
        if ($products < 1) {
            throw new \InvalidArgumentException('A catalog has at least one product');
        }
        $this->shop = new Shop();
    }

    /**
     * @return \Generator<int, array<string, mixed>> feed items
     */
    public function items(string $feed): \Generator
    {
        return match ($feed) {
            'products' => (new ProductItems($this->shop, new CategoryTree(), new Products($this->products)))->items(),
            'productAttributes' => (new AttributeItems($this->shop))->items(),
            'categories' => (new CategoryItems($this->shop, new CategoryTree()))->items(),
            'prices' => (new PriceItems($this->shop, new Products($this->products)))->items(),
            'priceBooks' => (new PriceBookItems($this->shop))->items(),
            default => throw new \InvalidArgumentException("There is no feed $feed"),
        };
    }

    /**
     * @return array<string, list<array<string, mixed>>> websites and customer groups
     */
    public function scopes(): array
    {
        return $this->shop->scopes();
    }
}
