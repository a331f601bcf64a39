<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * Related products, up-sells and cross-sells: products of the neighbourhood that share the website.
 */
final class ProductLinks
{
    public function __construct(private readonly Products $products)
    {
    }

    /**
     * @return list<array<string, string>>|null
     */
    public function of(Product $product, Website $website): ?array
    {
        if ($product->isVariant()) {
            return null;
        }

        $random = new Random("links/$product->index");
        $start = $product->index - $product->index % Layout::BLOCK;
        $links = [];

        for ($i = $random->below(8); $i > 0; $i--) {
            $index = ($start + $random->below(2 * Layout::BLOCK)) % $this->products->count;
            $target = $this->products->at(Layout::configurable($index) ?? $index);
            $type = $random->pick(['related', 'upsell', 'crosssell', 'related']);

            if ($target === null || $target->index === $product->index || !$target->isOn($website)) {
                continue;
            }

            $links["$type\0$target->sku"] = ['sku' => $target->sku, 'type' => $type];
        }

        ksort($links, SORT_STRING);
        $links = array_values($links);
        if ($links !== [] && $product->index % 50 === 21) {
            // A module of the merchant has added a type of link the export does not know.
            unset($links[0]['type']);
        }

        return $links ?: null;
    }
}
