<?php

declare(strict_types=1);

namespace Aco\Sandbox\Storefront;

/** Cuts a view of a product down to what a query asks for, and refuses fields that the schema does not have. */
final class Projection
{
    private const CATEGORY = ['name' => true, 'slug' => true, 'level' => true, 'parents' => 'categories'];
    private const AMOUNT = ['value' => true, 'currency' => true];
    private const PRICE = [
        'regular' => ['amount' => self::AMOUNT],
        'final' => ['amount' => self::AMOUNT],
        'roles' => true,
    ];

    /** What is known of ProductView and of the two types that implement it. */
    private const SHAPE = [
        '__typename' => true, 'id' => true, 'sku' => true, 'name' => true, 'description' => true,
        'shortDescription' => true, 'urlKey' => true, 'metaTitle' => true, 'metaDescription' => true,
        'metaKeyword' => true, 'visibility' => true, 'externalId' => true, 'lastModifiedAt' => true,
        'inStock' => true, 'lowStock' => true, 'addToCartAllowed' => true,
        'images' => ['url' => true, 'label' => true, 'roles' => true],
        'attributes' => ['name' => true, 'label' => true, 'value' => true, 'roles' => true],
        'categories' => self::CATEGORY,
        'links' => ['product' => ['sku' => true], 'linkTypes' => true],
    ];
    private const FRAGMENTS = [
        'SimpleProductView' => ['price' => self::PRICE],
        'ComplexProductView' => ['priceRange' => ['minimum' => self::PRICE, 'maximum' => self::PRICE]],
    ];

    /**
     * @param list<Selection> $selections
     * @throws InvalidQuery
     */
    public static function check(array $selections): void
    {
        self::checkFields($selections, self::SHAPE, 'ProductView');
    }

    /**
     * @param list<Selection> $selections
     * @param array<string, mixed> $view
     * @return array<string, mixed>
     */
    public static function of(array $selections, array $view): array
    {
        $fields = [];
        foreach ($selections as $selection) {
            if (!$selection->isFragment) {
                $fields[$selection->name] = self::value($selection, $view[$selection->name] ?? null);
            } elseif ($selection->name === ($view['__typename'] ?? '')) {
                $fields = array_replace($fields, self::of($selection->children, $view));
            }
        }

        return $fields;
    }

    private static function value(Selection $selection, mixed $value): mixed
    {
        return match (true) {
            $selection->children === [] || !is_array($value) => $value,
            array_is_list($value) => array_map(
                static fn (array $entry): array => self::of($selection->children, $entry),
                $value,
            ),
            default => self::of($selection->children, $value),
        };
    }

    /**
     * @param list<Selection> $selections
     * @param array<string, mixed> $shape
     */
    private static function checkFields(array $selections, array $shape, string $type): void
    {
        foreach ($selections as $selection) {
            if ($selection->isFragment) {
                $own = self::FRAGMENTS[$selection->name]
                    ?? throw new InvalidQuery("Validation error (UnknownType) : Unknown type '{$selection->name}'");
                self::checkFields($selection->children, $shape + $own, $selection->name);
                continue;
            }

            $field = $shape[$selection->name] ?? throw new InvalidQuery(
                "Validation error (FieldUndefined@[products/{$selection->name}]) : "
                . "Field '{$selection->name}' in type '$type' is undefined"
            );
            $field = $field === 'categories' ? self::CATEGORY : $field;
            if (is_array($field) !== ($selection->children !== [])) {
                throw new InvalidQuery("Validation error (SubselectionRequired) : Field '{$selection->name}' "
                    . (is_array($field) ? 'needs a selection of fields' : 'has no fields'));
            }
            if (is_array($field)) {
                self::checkFields($selection->children, $field, ucfirst($selection->name));
            }
        }
    }
}
