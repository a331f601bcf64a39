<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

final class ProductMapper implements Mapper
{
    public function __construct(private readonly ?Scopes $scopes = null)
    {
    }

    public function map(array $item): ?Document
    {
        $sku = Value::required($item['sku'] ?? null, 'sku');
        $storeView = Value::required($item['storeViewCode'] ?? null, 'storeViewCode');

        $identity = "$sku\0$storeView";
        $body = ['sku' => $sku, 'source' => ['locale' => $storeView]];
        $deleted = isset($item['deleted']) && Value::flag($item['deleted'], 'deleted');
        if ($deleted || $this->scopes?->isStoreViewDisabled($storeView)) {
            return Document::of('products', $identity, $body, true);
        }

        $body['name'] = Value::required($item['name'] ?? null, 'name');
        $body['slug'] = Value::required($item['urlKey'] ?? null, 'urlKey');
        $body['status'] = self::status($item);

        if (isset($item['description'])) {
            $body['description'] = Value::text($item['description'], 'description');
        }
        if (isset($item['shortDescription'])) {
            $body['shortDescription'] = Value::text($item['shortDescription'], 'shortDescription');
        }

        $body['visibleIn'] = isset($item['visibility'])
            ? self::visibleIn(Value::text($item['visibility'], 'visibility'))
            : [];
        $metaTags = MetaTags::of($item, 'metaKeyword');
        if ($metaTags !== []) {
            $body['metaTags'] = $metaTags;
        }

        $body['attributes'] = ProductAttributes::of($item);

        if (isset($item['images']) && ($images = ProductImages::of($item['images'])) !== []) {
            $body['images'] = $images;
        }

        $links = ProductLinks::of($item);
        if ($links !== []) {
            $body['links'] = $links;
        }
        if (isset($item['categoryData']) && ($routes = self::routes($item['categoryData'])) !== []) {
            $body['routes'] = $routes;
        }

        if (isset($item['optionsV2'])) {
            $options = Value::list($item['optionsV2'], 'optionsV2');
            $configurations = Configurations::of($options);
            if ($configurations !== []) {
                $body['configurations'] = $configurations;
            }

            $bundles = Bundles::of($options);
            if ($bundles !== []) {
                $body['bundles'] = $bundles;
            }
        }

        $productId = isset($item['productId']) ? Value::text($item['productId'], 'productId') : '';
        if ($productId !== '') {
            $body['externalIds'] = [['id' => $productId, 'origin' => 'AdobeCommerce']];
        }

        return Document::of('products', $identity, $body, false);
    }

    /**
     * @param array<string, mixed> $item
     */
    private static function status(array $item): string
    {
        $status = Value::required($item['status'] ?? null, 'status');
        $type = isset($item['type']) ? Value::text($item['type'], 'type') : '';

        return ProductOptions::canBeSold($item, $type) ? strtoupper($status) : 'DISABLED';
    }

    /**
     * @return list<string>
     */
    private static function visibleIn(string $visibility): array
    {
        $visibleIn = [];
        foreach (explode(',', $visibility) as $place) {
            $place = trim($place, ' ');
            if ($place === 'Catalog') {
                $visibleIn[] = 'CATALOG';
            } elseif ($place === 'Search') {
                $visibleIn[] = 'SEARCH';
            }
        }

        return $visibleIn;
    }

    /**
     * @return list<array<string, mixed>>
     */
    private static function routes(mixed $source): array
    {
        $source = Value::list($source, 'categoryData');
        $paths = [];

        foreach ($source as $i => $entry) {
            if ($entry === null) {
                continue;
            }

            $entry = is_array($entry) ? $entry : Value::array($entry, "categoryData.$i");
            $path = $entry['categoryPath'] ?? '';
            if (!is_string($path)) {
                $path = Value::text($path, "categoryData.$i.categoryPath");
            }
            if ($path !== '') {
                $paths[$i] = $path;
            }
        }

        asort($paths, SORT_STRING);

        $routes = [];

        foreach ($paths as $i => $path) {
            $route = ['path' => $path];

            if (isset($source[$i]['productPosition'])) {
                $position = $source[$i]['productPosition'];
                $route['position'] = is_int($position)
                    ? $position
                    : Value::integer($position, "categoryData.$i.productPosition");
            }

            $routes[] = $route;
        }

        return $routes;
    }
}
