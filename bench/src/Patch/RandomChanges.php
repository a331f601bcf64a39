<?php

declare(strict_types=1);

namespace Aco\Bench\Patch;

/** Changes feed items as a shop does, and as it seldom does; the same ones for the same seed. */
final class RandomChanges
{
    public function __construct(int $seed)
    {
        mt_srand($seed);
    }

    /**
     * Another version of an item; deleted ones come back.
     *
     * @param array<string, mixed> $item
     * @return array<string, mixed>
     */
    public function of(string $feed, array $item): array
    {
        if (!empty($item['deleted']) || mt_rand(0, 99) < 2) {
            return ['deleted' => empty($item['deleted'])] + $item;
        }

        return match ($feed) {
            'products' => $this->product($item),
            'prices' => $this->price($item),
            'categories' => $this->category($item),
            'productAttributes' => $this->attribute($item),
            default => $item,
        };
    }

    /**
     * @param array<string, mixed> $item
     * @return array<string, mixed>
     */
    private function product(array $item): array
    {
        return match (mt_rand(0, 19)) {
            0, 1, 2, 3, 4, 5, 6 => ['inStock' => !($item['inStock'] ?? false)] + $item,
            7, 8 => ['lowStock' => !($item['lowStock'] ?? false)] + $item,
            9 => ['name' => 'Name ' . mt_rand()] + $item,
            10 => ['description' => mt_rand(0, 2) > 0 ? '<p>' . mt_rand() . "/ é \u{2028}</p>" : null] + $item,
            11 => ['metaTitle' => mt_rand(0, 2) > 0 ? 'Title ' . mt_rand() : null] + $item,
            12 => ['metaKeyword' => mt_rand(0, 1) > 0 ? 'a' . mt_rand() . "\nb" : null] + $item,
            13, 14 => self::inList($item, 'attributes', self::attributeValue(...)),
            15 => self::inList($item, 'images', self::image(...)),
            16 => self::inList($item, 'categoryData', static fn (array $route): array
                => ['productPosition' => mt_rand(0, 50)] + $route),
            17 => ['visibility' => ['Catalog', 'Catalog, Search', 'Search', ''][mt_rand(0, 3)]] + $item,
            18 => ['status' => ($item['status'] ?? '') === 'Enabled' ? 'Disabled' : 'Enabled'] + $item,
            default => self::inList($item, 'links', static fn (array $link): array
                => ['sku' => 'L' . mt_rand()] + $link),
        };
    }

    /**
     * @param array<string, mixed> $item
     * @return array<string, mixed>
     */
    private function price(array $item): array
    {
        return match (mt_rand(0, 5)) {
            0, 1, 2 => ['regular' => mt_rand(3000, 90000) / 100] + $item,
            3 => ['discounts' => mt_rand(0, 3) > 0 ? [
                ['code' => 'special_price', 'price' => mt_rand(100, 900) / 100],
                ...(mt_rand(0, 1) > 0 ? [['code' => 'group', 'percentage' => mt_rand(1, 99)]] : []),
            ] : null] + $item,
            4 => ['tierPrices' => mt_rand(0, 3) > 0 ? [
                ['qty' => mt_rand(2, 3), 'price' => mt_rand(100, 900) / 100],
                ['qty' => 5, 'percentage' => mt_rand(1, 99)],
            ] : []] + $item,
            default => ['discounts' => [mt_rand(0, 1) > 0
                ? ['code' => 'special_price', 'percentage' => mt_rand(1, 99)]
                : ['code' => 'special_price', 'price' => mt_rand(100, 900) / 100]]] + $item,
        };
    }

    /**
     * @param array<string, mixed> $item
     * @return array<string, mixed>
     */
    private function category(array $item): array
    {
        return match (mt_rand(0, 5)) {
            0 => ['name' => 'Category ' . mt_rand()] + $item,
            1 => ['description' => mt_rand(0, 2) > 0 ? 'About ' . mt_rand() : null] + $item,
            2 => ['position' => mt_rand(0, 99)] + $item,
            3 => ['image' => mt_rand(0, 2) > 0 ? 'https://shop.example/' . mt_rand() . '.jpg' : ''] + $item,
            4 => ['includeInMenu' => 1 - (int) ($item['includeInMenu'] ?? 0)] + $item,
            default => ['metaTitle' => 'Title ' . mt_rand(), 'metaKeywords' => mt_rand(0, 1) > 0 ? 'x' : null] + $item,
        };
    }

    /**
     * @param array<string, mixed> $item
     * @return array<string, mixed>
     */
    private function attribute(array $item): array
    {
        return match (mt_rand(0, 3)) {
            0 => ['label' => 'Label ' . mt_rand()] + $item,
            1 => ['searchable' => empty($item['searchable'])] + $item,
            2 => ['searchTypes' => [['AUTOCOMPLETE'], ['CONTAINS', 'STARTS_WITH'], []][mt_rand(0, 2)]] + $item,
            default => ['visible' => empty($item['visible'])] + $item,
        };
    }

    /**
     * @param array<string, mixed> $attribute
     * @return array<string, mixed>
     */
    private static function attributeValue(array $attribute): array
    {
        return match (mt_rand(0, 4)) {
            0 => ['value' => []] + $attribute,
            1 => ['valueId' => null, 'variantReferenceId' => null] + $attribute,
            default => ['value' => ['Value ' . mt_rand(), ...(mt_rand(0, 1) > 0 ? ['other'] : [])]] + $attribute,
        };
    }

    /**
     * @param array<string, mixed> $image
     * @return array<string, mixed>
     */
    private static function image(array $image): array
    {
        return match (mt_rand(0, 2)) {
            0 => ['sortOrder' => mt_rand(0, 9)] + $image,
            default => ['resource' => ['label' => mt_rand(0, 1) > 0 ? 'Label ' . mt_rand() : null]
                + ($image['resource'] ?? [])] + $image,
        };
    }

    /**
     * Adds, removes or changes a member of a list.
     *
     * @param array<string, mixed> $item
     * @param \Closure(array<string, mixed>): array<string, mixed> $change
     * @return array<string, mixed>
     */
    private static function inList(array $item, string $member, \Closure $change): array
    {
        $list = array_values($item[$member] ?? []);
        if ($list === []) {
            return ['name' => 'Without ' . $member . ' ' . mt_rand()] + $item;
        }

        $at = mt_rand(0, count($list) - 1);
        $kind = mt_rand(0, 9);
        if ($kind === 0) {
            array_splice($list, $at, 1);
        } elseif ($kind === 1) {
            $list[] = self::another($member, $list[$at]);
        } else {
            $list[$at] = $change($list[$at]);
        }

        return [$member => $list] + $item;
    }

    /**
     * @param array<string, mixed> $entry
     * @return array<string, mixed>
     */
    private static function another(string $member, array $entry): array
    {
        $name = 'z' . mt_rand();

        return match ($member) {
            'attributes' => ['attributeCode' => $name],
            'categoryData' => ['categoryPath' => $name],
            'images' => ['resource' => ['url' => "https://shop.example/$name.jpg"] + ($entry['resource'] ?? [])],
            default => ['sku' => $name],
        } + $entry;
    }
}
