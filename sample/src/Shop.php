<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * Northmoor, an invented shop for outdoor and home goods: its websites, store views and customer groups.
 */
final class Shop
{
    public const MODIFIED_AT = '2026-03-02 04:15:00';

    /** Id => name. */
    public const CUSTOMER_GROUPS = [
        0 => 'NOT LOGGED IN',
        1 => 'General',
        2 => 'Wholesale',
        3 => 'Trail Club',
    ];

    /** @var non-empty-list<Website> */
    public readonly array $websites;

    /** @var non-empty-list<StoreView> */
    public readonly array $storeViews;

    public function __construct()
    {
        $us = new Website(
            1,
            'us',
            'Northmoor USA',
            'USD',
            'lbs',
            1,
            'us_store',
            'Northmoor Store',
            'https://northmoor.example/media/',
        );

        $eu = new Website(
            2,
            'eu',
            'Northmoor Europe',
            'EUR',
            'kgs',
            2,
            'eu_store',
            'Northmoor Europe Store',
            'https://eu.northmoor.example/media/',
        );

        $this->websites = [$us, $eu];
        $this->storeViews = [
            new StoreView(1, 'us_en', 'English', 'en_US', Language::English, $us, 'https://northmoor.example/'),
            new StoreView(2, 'eu_fr', 'Français', 'fr_FR', Language::French, $eu, 'https://eu.northmoor.example/fr/'),
            new StoreView(3, 'eu_de', 'Deutsch', 'de_DE', Language::German, $eu, 'https://eu.northmoor.example/de/'),
        ];
    }

    /**
     * The customer group code of prices, as Commerce makes it.
     */
    public static function groupCode(int $groupId): string
    {
        return sha1((string) $groupId);
    }

    /**
     * @return array<string, list<array<string, mixed>>>
     */
    public function scopes(): array
    {
        $websites = [];

        foreach ($this->websites as $website) {
            $storeViews = [];

            foreach ($this->storeViews as $view) {
                if ($view->website === $website) {
                    $storeViews[] = [
                        'storeViewId' => $view->id,
                        'storeViewCode' => $view->code,
                        'storeViewName' => $view->name,
                        'locale' => $view->locale,
                        'baseUrl' => $view->baseUrl,
                        'mediaUrl' => $view->mediaUrl(),
                    ];
                }
            }

            $websites[] = [
                'websiteId' => $website->id,
                'websiteCode' => $website->code,
                'websiteName' => $website->name,
                'baseCurrency' => $website->currency,
                'stores' => [[
                    'storeId' => $website->storeId,
                    'storeCode' => $website->storeCode,
                    'storeName' => $website->storeName,
                    'rootCategoryId' => CategoryTree::ROOT_ID,
                    'storeViews' => $storeViews,
                ]],
            ];
        }

        $groups = [];

        foreach (self::CUSTOMER_GROUPS as $id => $name) {
            $groups[] = [
                'customerGroupId' => $id,
                'customerGroupName' => $name,
                'customerGroupCode' => self::groupCode($id),
            ];
        }

        return ['websites' => $websites, 'customerGroups' => $groups];
    }
}
