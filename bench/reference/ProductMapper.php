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
        $sku = $item['sku'] ?? null;
        if (!is_string($sku) || $sku === '') {
            $sku = Value::required($sku, 'sku');
        }

        $storeView = $item['storeViewCode'] ?? null;
        if (!is_string($storeView) || $storeView === '') {
            $storeView = Value::required($storeView, 'storeViewCode');
        }

        $identity = "$sku\0$storeView";
        $body = ['sku' => $sku, 'source' => ['locale' => $storeView]];
        $deleted = $item['deleted'] ?? false;
        if (!is_bool($deleted)) {
            $deleted = Value::flag($deleted, 'deleted');
        }
        if ($deleted || $this->scopes?->isStoreViewDisabled($storeView)) {
            return new Document('products', $identity, $body, true);
        }

        $text = $item['name'] ?? null;
        $body['name'] = is_string($text) && $text !== '' ? $text : Value::required($text, 'name');
        $text = $item['urlKey'] ?? null;
        $body['slug'] = is_string($text) && $text !== '' ? $text : Value::required($text, 'urlKey');
        $body['status'] = self::status($item);

        if (isset($item['description'])) {
            $text = $item['description'];
            $body['description'] = is_string($text) ? $text : Value::text($text, 'description');
        }
        if (isset($item['shortDescription'])) {
            $text = $item['shortDescription'];
            $body['shortDescription'] = is_string($text) ? $text : Value::text($text, 'shortDescription');
        }

        $text = $item['visibility'] ?? '';
        $body['visibleIn'] = self::visibleIn(is_string($text) ? $text : Value::text($text, 'visibility'));
        $metaTags = MetaTags::of($item, 'metaKeyword');
        if ($metaTags !== []) {
            $body['metaTags'] = $metaTags;
        }

        $body['attributes'] = ProductAttributes::of($item);

        if (isset($item['images']) && ($images = ProductImages::of($item['images'])) !== []) {
            $body['images'] = $images;
        }

        if ((isset($item['links']) || isset($item['parents'])) && ($links = ProductLinks::of($item)) !== []) {
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

        $productId = $item['productId'] ?? '';
        if (is_int($productId)) {
            $productId = (string) $productId;
        } elseif (!is_string($productId)) {
            $productId = Value::text($productId, 'productId');
        }
        if ($productId !== '') {
            $body['externalIds'] = [['id' => $productId, 'origin' => 'AdobeCommerce']];
        }

        return new Document('products', $identity, $body, false);
    }

    /**
     * @param array<string, mixed> $item
     */
    private static function status(array $item): string
    {
        $status = $item['status'] ?? null;
        if (!is_string($status) || $status === '') {
            $status = Value::required($status, 'status');
        }

        $type = $item['type'] ?? '';
        if (!is_string($type)) {
            $type = Value::text($type, 'type');
        }

        return $type === 'simple' || ProductOptions::canBeSold($item, $type) ? strtoupper($status) : 'DISABLED';
    }

    /**
     * @return list<string>
     */
    private static function visibleIn(string $visibility): array
    {
        if ($visibility === 'Catalog, Search') {
            return ['CATALOG', 'SEARCH'];
        }

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
        $source = is_array($source) && array_is_list($source) ? $source : Value::list($source, 'categoryData');
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

        if (count($paths) > 1) {
            asort($paths, SORT_STRING);
        }

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
