<?php

declare(strict_types=1);

namespace Aco\Sandbox\Storefront;

use Aco\Sandbox\Catalog\EntityKey;
use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Catalog\Json;
use Aco\Sandbox\Catalog\Store;

/** Products as shoppers get them. */
final class ProductViews
{
    /** Of an attribute's metadata => role of the attribute in a view. */
    private const ROLES = [
        'PRODUCT_DETAIL' => 'visible_in_pdp',
        'PRODUCT_LISTING' => 'visible_in_plp',
        'SEARCH_RESULTS' => 'visible_in_search',
        'PRODUCT_COMPARE' => 'visible_in_compare_list',
    ];

    private readonly ProductPrice $prices;

    public function __construct(private readonly Store $store)
    {
        $this->prices = new ProductPrice($store);
    }

    /**
     * @param array<string, string> $policies values by the name of their attribute, in small letters
     * @return ?array<string, mixed> null when it is not shown
     */
    public function find(string $sku, string $locale, string $priceBook, array $policies): ?array
    {
        [$body, $modified] = $this->store->shown->find(EntityKind::Products, $sku, $locale);
        $product = $body === null ? null : Json::decode($body);
        if ($product === null || $product->status !== 'ENABLED' || !self::isAllowed($product, $policies)) {
            return null;
        }

        $isComplex = ($product->configurations ?? []) !== [] || ($product->bundles ?? []) !== [];
        $price = $isComplex ? null : $this->prices->of($sku, $priceBook);

        return [
            '__typename' => $isComplex ? 'ComplexProductView' : 'SimpleProductView',
            'id' => base64_encode("$sku\n$locale"),
            'sku' => $sku,
            'name' => $product->name,
            'description' => $product->description ?? '',
            'shortDescription' => $product->shortDescription ?? '',
            'urlKey' => $product->slug,
            'metaTitle' => $product->metaTags->title ?? '',
            'metaDescription' => $product->metaTags->description ?? '',
            'metaKeyword' => implode(',', $product->metaTags->keywords ?? []),
            'visibility' => implode(', ', array_map(ucfirst(...), array_map(
                strtolower(...),
                $product->visibleIn ?? [],
            ))),
            'lastModifiedAt' => gmdate('Y-m-d\TH:i:s', (int) $modified) . '.000Z',
            'images' => array_map(self::image(...), $product->images ?? []),
            'attributes' => $this->attributes($product, $locale),
            'categories' => $this->categories($product, $locale),
            'links' => array_map(static fn (\stdClass $link): array => [
                'product' => ['sku' => $link->sku],
                'linkTypes' => [$link->type],
            ], $product->links ?? []),
            'price' => $price,
        ];
    }

    /** @param array<string, string> $policies */
    private static function isAllowed(\stdClass $product, array $policies): bool
    {
        foreach ($product->attributes ?? [] as $attribute) {
            $wanted = $policies[strtolower($attribute->code)] ?? null;
            if ($wanted !== null && in_array($wanted, $attribute->values, true)) {
                unset($policies[strtolower($attribute->code)]);
            }
        }

        return $policies === [];
    }

    /** @return array<string, mixed> */
    private static function image(\stdClass $image): array
    {
        return [
            'url' => $image->url,
            'label' => $image->label ?? '',
            'roles' => [...$image->roles ?? [], ...$image->customRoles ?? []],
        ];
    }

    /** @return list<array<string, mixed>> those with metadata that make them visible; all where there is no metadata */
    private function attributes(\stdClass $product, string $locale): array
    {
        $views = [];
        $hasMetadata = isset($this->store->countByScope(EntityKind::ProductAttributes)[$locale]);
        foreach ($product->attributes ?? [] as $attribute) {
            $found = $hasMetadata
                ? $this->store->find(EntityKind::ProductAttributes, new EntityKey($attribute->code, $locale))
                : null;
            $metadata = $found === null ? new \stdClass() : Json::decode($found);
            $roles = array_map(
                static fn (string $place): string => self::ROLES[$place] ?? $place,
                $metadata->visibleIn ?? [],
            );
            if (!str_starts_with($attribute->code, 'aco_ac_') && (!$hasMetadata || $roles !== [])) {
                $views[] = [
                    'name' => $attribute->code,
                    'label' => $metadata->label ?? $attribute->code,
                    'value' => count($attribute->values) === 1 ? $attribute->values[0] : $attribute->values,
                    'roles' => $roles,
                ];
            }
        }

        return $views;
    }

    /** @return list<array<string, mixed>> */
    private function categories(\stdClass $product, string $locale): array
    {
        $views = [];
        foreach ($product->routes ?? [] as $route) {
            $path = rtrim($route->path, '/');
            $levels = [];
            foreach (explode('/', $path) as $part) {
                $slug = $levels === [] ? $part : end($levels)['slug'] . "/$part";
                $found = $this->store->find(EntityKind::Categories, new EntityKey($slug, $locale));
                $levels[] = [
                    'slug' => $slug,
                    'name' => $found === null ? null : Json::decode($found)->name,
                    'level' => count($levels) + 1,
                ];
            }

            $own = array_pop($levels);
            if ($own['name'] !== null) {
                $parents = array_filter($levels, static fn (array $level): bool => $level['name'] !== null);
                $views[] = $own + ['parents' => array_values($parents)];
            }
        }

        return $views;
    }
}
