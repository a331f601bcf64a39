<?php

declare(strict_types=1);

namespace Aco\Sandbox\Catalog;

/** The seven collections of the ingestion API and all that tells them apart. */
enum EntityKind: string
{
    case ProductAttributes = 'productAttributes';
    case CategoryAttributes = 'categoryAttributes';
    case Categories = 'categories';
    case Products = 'products';
    case ProductLayers = 'productLayers';
    case PriceBooks = 'priceBooks';
    case Prices = 'prices';

    /**
     * path    of the collection, below the tenant
     * title   for people
     * id      member that names the entity
     * scope   path of the second part of its key
     * layer   path of the third part
     * update  schema of PATCH; null where the API has no PATCH
     * shown   members that lists of entities show, by their headings
     * merge   lists whose members PATCH matches by these members; every other list is replaced
     */
    private const TABLE = [
        'productAttributes' => [
            'path' => '/v1/catalog/products/metadata',
            'title' => 'Product attributes',
            'id' => 'code',
            'scope' => 'source.locale',
            'shown' => ['Label' => 'label', 'Type' => 'dataType'],
            'update' => 'product-attributes.update',
            'create' => 'product-attributes.create',
            'delete' => 'product-attributes.delete',
        ],
        'categoryAttributes' => [
            'path' => '/v1/catalog/categories/metadata',
            'title' => 'Category attributes',
            'id' => 'code',
            'scope' => 'source.locale',
            'shown' => ['Label' => 'label', 'Type' => 'dataType'],
            'update' => 'category-attributes.update',
            'create' => 'category-attributes.create',
            'delete' => 'category-attributes.delete',
        ],
        'categories' => [
            'path' => '/v1/catalog/categories',
            'title' => 'Categories',
            'id' => 'slug',
            'scope' => 'source.locale',
            'shown' => ['Name' => 'name'],
            'update' => 'categories.update',
            'create' => 'categories.create',
            'delete' => 'categories.delete',
        ],
        'products' => [
            'path' => '/v1/catalog/products',
            'title' => 'Products',
            'id' => 'sku',
            'scope' => 'source.locale',
            'shown' => ['Name' => 'name', 'Status' => 'status'],
            'update' => 'products.update',
            'create' => 'products.create',
            'delete' => 'products.delete',
            'merge' => [
                'attributes' => ['code'],
                'images' => ['url'],
                'routes' => ['path'],
                'links' => ['type', 'sku'],
                'bundles' => ['group'],
                'configurations' => ['attributeCode'],
                'externalIds' => ['origin'],
            ],
        ],
        'productLayers' => [
            'path' => '/v1/catalog/products/layers',
            'title' => 'Product layers',
            'id' => 'sku',
            'scope' => 'source.locale',
            'layer' => 'source.layer',
            'shown' => ['Name' => 'name'],
            'update' => null,
            'create' => 'product-layers.create',
            'delete' => 'product-layers.delete',
        ],
        'priceBooks' => [
            'path' => '/v1/catalog/price-books',
            'title' => 'Price books',
            'id' => 'priceBookId',
            'shown' => ['Name' => 'name', 'Currency' => 'currency', 'Parent' => 'parentId'],
            'update' => 'price-books.create',
            'create' => 'price-books.create',
            'delete' => 'price-books.delete',
        ],
        'prices' => [
            'path' => '/v1/catalog/products/prices',
            'title' => 'Prices',
            'id' => 'sku',
            'scope' => 'priceBookId',
            'shown' => ['Regular' => 'regular', 'Discounts' => 'discounts', 'Tier prices' => 'tierPrices'],
            'update' => 'prices.update',
            'create' => 'prices.create',
            'delete' => 'prices.delete',
            'merge' => ['discounts' => ['code'], 'tierPrices' => ['qty']],
        ],
    ];

    /** @return array{self, bool}|null the collection at a path, and whether it is its delete path */
    public static function atPath(string $path): ?array
    {
        static $routes = null;
        if ($routes === null) {
            foreach (self::cases() as $kind) {
                $routes[$kind->path()] = [$kind, false];
                $routes[$kind->path() . '/delete'] = [$kind, true];
            }
        }

        return $routes[$path] ?? null;
    }

    public function path(): string
    {
        return self::TABLE[$this->value]['path'];
    }

    public function title(): string
    {
        return self::TABLE[$this->value]['title'];
    }

    public function idMember(): string
    {
        return self::TABLE[$this->value]['id'];
    }

    /** What the second part of the key is; null when there is none. */
    public function scopeTitle(): ?string
    {
        return match (self::TABLE[$this->value]['scope'] ?? null) {
            'source.locale' => 'Source',
            'priceBookId' => 'Price book',
            null => null,
        };
    }

    public function hasLayers(): bool
    {
        return isset(self::TABLE[$this->value]['layer']);
    }

    /** @return array<string, string> members to show in lists, by their headings */
    public function shownMembers(): array
    {
        return self::TABLE[$this->value]['shown'];
    }

    /** Name of the schema file without its ending, null where the API lacks the operation. */
    public function schema(Operation $operation): ?string
    {
        return self::TABLE[$this->value][$operation->value];
    }

    /** @return array<string, list<string>> */
    public function mergedLists(): array
    {
        return self::TABLE[$this->value]['merge'] ?? [];
    }

    public function isBySource(): bool
    {
        return (self::TABLE[$this->value]['scope'] ?? '') === 'source.locale';
    }

    /** The key of a valid item. */
    public function keyOf(\stdClass $item): EntityKey
    {
        $row = self::TABLE[$this->value];

        return new EntityKey(
            self::read($item, $row['id']),
            self::read($item, $row['scope'] ?? ''),
            self::read($item, $row['layer'] ?? ''),
        );
    }

    private static function read(\stdClass $item, string $path): string
    {
        $value = $item;
        foreach ($path === '' ? [] : explode('.', $path) as $member) {
            $value = $value instanceof \stdClass ? $value->{$member} ?? null : null;
        }

        return is_string($value) ? $value : '';
    }
}
