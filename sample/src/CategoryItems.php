<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * The categories feed: every category in every store view, the root included.
 */
final class CategoryItems
{
    private const TEXTS = [
        '<p>Everything for <strong>%s</strong>, tried out on the moor before it goes on the shelf.</p>',
        '<p>Tout pour <strong>%s</strong>, essayé sur la lande avant d’arriver en rayon.</p>',
        '<p>Alles für <strong>%s</strong>, im Moor erprobt, bevor es ins Regal kommt.</p>',
    ];

    private const META = [
        'Shop %s at Northmoor. Free returns within 60 days.',
        'Découvrez %s chez Northmoor. Retours gratuits pendant 60 jours.',
        '%s bei Northmoor kaufen. 60 Tage kostenlose Rückgabe.',
    ];

    private const ROOT_NAMES = ['Northmoor Catalog', 'Catalogue Northmoor', 'Northmoor-Katalog'];

    public function __construct(private readonly Shop $shop, private readonly CategoryTree $tree)
    {
    }

    /**
     * @return \Generator<int, array<string, mixed>>
     */
    public function items(): \Generator
    {
        $children = [];

        foreach ($this->tree->categories as $category) {
            $children[$category->parent?->key ?? ''][] = (string) $category->id;
        }

        foreach ($this->shop->storeViews as $view) {
            yield $this->root($view, $children['']);
        }

        foreach ($this->tree->categories as $category) {
            foreach ($this->shop->storeViews as $view) {
                yield $this->item($category, $view, $children[$category->key] ?? null);
            }
        }
    }

    /**
     * @param list<string> $children
     * @return array<string, mixed>
     */
    private function root(StoreView $view, array $children): array
    {
        return [
            'categoryId' => (string) CategoryTree::ROOT_ID,
            'storeViewCode' => $view->code,
            'storeCode' => $view->website->storeCode,
            'websiteCode' => $view->website->code,
            'name' => self::ROOT_NAMES[$view->language->value],
            'displayMode' => 'PRODUCTS',
            'urlPath' => '',
            'image' => null,
            'level' => 1,
            'path' => '1/' . CategoryTree::ROOT_ID,
            'parentId' => '1',
            'children' => $children,
            'position' => 1,
            'defaultSortBy' => 'position',
            'availableSortBy' => null,
            'isAnchor' => 0,
            'includeInMenu' => 1,
            'isActive' => 1,
            'createdAt' => '2025-01-06 07:00:00',
            'updatedAt' => '2025-11-17 09:30:00',
            'deleted' => false,
            'modifiedAt' => Shop::MODIFIED_AT,
        ];
    }

    /**
     * @param list<string>|null $children
     * @return array<string, mixed>
     */
    private function item(Category $category, StoreView $view, ?array $children): array
    {
        $language = $view->language;
        $name = $category->names[$language->value];
        $level = $category->level();

        $item = [
            'categoryId' => (string) $category->id,
            'storeViewCode' => $view->code,
            'storeCode' => $view->website->storeCode,
            'websiteCode' => $view->website->code,
            'name' => $name,
        ];

        if ($level < 5) {
            $item['description'] = sprintf(self::TEXTS[$language->value], htmlspecialchars($name, ENT_NOQUOTES));
        }

        if ($category->id % 3 !== 0) {
            $item['metaTitle'] = "$name | Northmoor";
            $item['metaKeywords'] = $this->keywords($category, $language);
            $item['metaDescription'] = sprintf(self::META[$language->value], $name);
        }

        $item += [
            'displayMode' => $level === 2 ? 'PRODUCTS_AND_PAGE' : 'PRODUCTS',
            'urlKey' => $category->urlKey($language),
            'urlPath' => $category->urlPath($language),
            'image' => $level < 4 ? "{$view->mediaUrl()}catalog/category/$category->key.jpg" : null,
            'level' => $level,
            'path' => $category->idPath(),
            'parentId' => (string) ($category->parent?->id ?? CategoryTree::ROOT_ID),
            'children' => $children,
            'position' => $category->position,
            'defaultSortBy' => 'position',
            'availableSortBy' => $category->id % 7 === 0 ? ['position', 'name', 'price'] : null,
            'isAnchor' => 1,
            'includeInMenu' => (int) $category->isInMenu,
            'isActive' => (int) $category->isActive,
            'createdAt' => '2025-01-06 07:30:00',
            'updatedAt' => gmdate('Y-m-d H:i:s', 1763371800 + $category->id * 3600),
            'deleted' => false,
            'modifiedAt' => Shop::MODIFIED_AT,
        ];

        return $item;
    }

    private function keywords(Category $category, Language $language): string
    {
        $words = [];
        for ($at = $category; $at !== null; $at = $at->parent) {
            $words[] = $at->names[$language->value];
        }

        // Merchants leave carriage returns and empty lines behind.
        return implode($category->id % 4 === 1 ? "\r\n" : "\n", $words) . ($category->id % 5 === 1 ? "\n\n" : '');
    }
}
