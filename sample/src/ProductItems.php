<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * The products feed: every product in every store view of its websites.
 */
final class ProductItems
{
    private readonly ProductOptions $options;

    private readonly ProductAttributes $attributes;

    private readonly ProductLinks $links;

    public function __construct(
        private readonly Shop $shop,
        private readonly CategoryTree $tree,
        private readonly Products $products,
    ) {
        $this->options = new ProductOptions($products);
        $this->attributes = new ProductAttributes($this->options);
        $this->links = new ProductLinks($products);
    }

    /**
     * @return \Generator<int, array<string, mixed>>
     */
    public function items(): \Generator
    {
        for ($i = 0; $i < $this->products->count; $i++) {
            $product = $this->products->at($i);
            foreach ($this->shop->storeViews as $view) {
                if ($product->isOn($view->website)) {
                    yield $this->item($product, $view);
                }
            }
        }
    }

    /**
     * @return array<string, mixed>
     */
    private function item(Product $product, StoreView $view): array
    {
        $language = $view->language;
        $media = new ProductMedia($product, $view);
        $isVisible = $product->isEnabled && $product->visibility !== 'Not Visible Individually';
        $categories = $isVisible ? $this->categories($product, $language) : null;

        $item = [
            'sku' => $product->sku,
            'storeViewCode' => $view->code,
            'storeCode' => $view->website->storeCode,
            'websiteCode' => $view->website->code,
            'name' => $product->name($language),
            'productId' => $product->id(),
            'type' => $product->type,
            'priceView' => $this->priceView($product),
            'shortDescription' => $product->isVariant() ? null : Texts::intro($product, $language),
            'description' => $product->index % 7 === 5 ? null : Texts::description($product, $language),
            'image' => $media->byRole('image'),
            'linksPurchasedSeparately' => $product->type === 'downloadable' ? false : null,
            ...$this->meta($product, $language),
            'smallImage' => $media->byRole('small_image'),
            'status' => $product->isEnabled ? 'Enabled' : 'Disabled',
            'swatchImage' => $media->byRole('swatch_image'),
            'taxClassId' => ProductAttributes::taxClass($product),
            'thumbnail' => $media->byRole('thumbnail'),
            'createdAt' => gmdate('Y-m-d H:i:s', 1736236800 + $product->index % 5000 * 300),
            'updatedAt' => gmdate('Y-m-d H:i:s', 1770000000 + $product->index % 86400 * 7),
            'urlKey' => $product->urlKey($language),
            'visibility' => $product->visibility,
            'weight' => $this->weight($product, $view->website),
        ];

        // Plain fields without a value are absent; the fields below come from providers and are null instead.
        $item = array_filter($item, static fn (mixed $value): bool => $value !== null);
        $item['weightUnit'] = isset($item['weight']) ? $view->website->weightUnit : null;

        if ($product->type === 'bundle' || $product->type === 'bundle_fixed') {
            $item['weightType'] = $product->type === 'bundle' ? '0' : '1';
        }

        $item += [
            'currency' => $view->website->currency,
            'displayable' => $isVisible,
            'buyable' => $product->isEnabled && $product->isInStock,
            'attributes' => $this->attributes->of($product, $view),
            'categoryData' => $categories,
            'media_gallery' => $media->legacyGallery(),
            'optionsV2' => $this->options->options($product, $view),
            'shopperInputOptions' => $this->options->inputs($product),
            'samples' => $this->options->samples($product, $view),
            'images' => $media->images(),
            'videos' => $media->videos(),
            'links' => $this->links->of($product, $view->website),
            'inStock' => $product->isInStock,
            'lowStock' => $product->isStockLow,
            ...$this->urls($product, $view, $isVisible),
            'variants' => null,
            'parents' => $this->parents($product),
        ];

        if ($categories !== null) {
            $item['categories'] = array_column($categories, 'categoryPath');
        }

        $item['deleted'] = false;
        $item['modifiedAt'] = Shop::MODIFIED_AT;

        return $item;
    }

    private function priceView(Product $product): ?string
    {
        return match ($product->type) {
            'bundle' => 'price_range',
            'bundle_fixed' => 'as_low_as',
            default => null,
        };
    }

    /**
     * @return array<string, string|null>
     */
    private function meta(Product $product, Language $language): array
    {
        if ($product->isVariant() || $product->index % 6 === 1) {
            return [];
        }

        $category = $this->tree->categories[$product->good->category];
        $words = [$product->line, $product->good->names[$language->value], $category->names[$language->value]];

        return [
            'metaDescription' => $product->index % 6 === 2 ? null : Texts::meta($product, $language),
            'metaKeyword' => match ($product->index % 5) {
                0 => null,
                1 => implode(', ', $words),
                2 => implode(" \r\n", $words) . "\n\n",
                default => implode("\n", $words),
            },
            'metaTitle' => $product->name($language),
        ];
    }

    private function weight(Product $product, Website $website): ?float
    {
        if ($product->grams === 0 || in_array($product->type, ['configurable', 'grouped', 'bundle'], true)) {
            return null;
        }

        return $website->weightUnit === 'kgs'
            ? $product->grams / 1000.0
            : intdiv($product->grams * 220462 + 500000, 1000000) / 100.0;
    }

    /**
     * @return list<array<string, mixed>>
     */
    private function categories(Product $product, Language $language): array
    {
        $rows = [];
        for ($at = $this->tree->categories[$product->good->category]; $at !== null; $at = $at->parent) {
            $rows[] = $this->category($at, $product, $language);
        }
        if ($product->index % 11 === 0 && $product->good->category !== 'gifts') {
            $rows[] = $this->category($this->tree->categories['gifts'], $product, $language);
        }

        return $rows;
    }

    /**
     * @return array<string, mixed>
     */
    private function category(Category $category, Product $product, Language $language): array
    {
        return [
            'categoryId' => (string) $category->id,
            'categoryPath' => $category->urlPath($language),
            'productPosition' => $product->index % 7 === 0 ? 0 : 10 * $product->id(),
        ];
    }

    /**
     * @return array<string, mixed>
     */
    private function urls(Product $product, StoreView $view, bool $isVisible): array
    {
        $urlKey = $product->urlKey($view->language);

        if (!$isVisible) {
            return [
                'url' => "{$view->baseUrl}catalog/product/view/id/{$product->id()}/s/$urlKey/",
                'urlRewrites' => null,
            ];
        }

        $id = ['name' => 'id', 'value' => (string) $product->id()];
        $rewrites = [['url' => "$view->baseUrl$urlKey.html", 'parameters' => [$id]]];

        if ($product->index % 3 === 0) {
            $category = $this->tree->categories[$product->good->category];
            $rewrites[] = [
                'url' => "$view->baseUrl{$category->urlPath($view->language)}/$urlKey.html",
                'parameters' => [$id, ['name' => 'category', 'value' => (string) $category->id]],
            ];
        }

        if ($product->index % 10 === 3) {
            $rewrites[] = ['url' => "{$view->baseUrl}old/$urlKey.html", 'parameters' => null];
        }

        return ['url' => $rewrites[0]['url'], 'urlRewrites' => $rewrites];
    }

    /**
     * @return list<array<string, string>>|null
     */
    private function parents(Product $product): ?array
    {
        $parents = [];
        foreach ($this->products->parents($product) as $parent) {
            $parents[] = ['sku' => $parent->sku, 'productType' => $parent->type];
        }

        return $parents ?: null;
    }
}
