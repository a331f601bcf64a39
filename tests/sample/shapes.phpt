--TEST--
Sample catalog: which keys an item has, and of which types
--SKIPIF--
<?php require __DIR__ . "/skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/sample.inc';

use Aco\Sample\Catalog;

const ALWAYS = [
    'products' => 'sku storeViewCode storeCode websiteCode name productId type status taxClassId createdAt updatedAt urlKey '
        . 'visibility weightUnit currency displayable buyable attributes categoryData media_gallery optionsV2 '
        . 'shopperInputOptions samples images videos links inStock lowStock url urlRewrites variants parents deleted modifiedAt',
    'productAttributes' => 'id storeCode websiteCode storeViewCode attributeCode attributeType dataType multi required unique '
        . 'global visible searchable filterable visibleInCompareList visibleInListing sortable visibleInSearch '
        . 'filterableInSearch searchWeight usedForRules boolean systemAttribute numeric deleted modifiedAt',
    'categories' => 'categoryId storeViewCode storeCode websiteCode name displayMode urlPath image level path parentId children '
        . 'position defaultSortBy availableSortBy isAnchor includeInMenu isActive createdAt updatedAt deleted modifiedAt',
    'prices' => 'productId sku type customerGroupCode websiteCode regular discounts deleted updatedAt',
    'priceBooks' => 'websiteCode websiteName customerGroupId customerGroupName currency deleted modifiedAt',
];
/* Absent when there is no value, never null. */
const SOMETIMES = [
    'products' => 'priceView shortDescription description image linksPurchasedSeparately metaDescription metaKeyword metaTitle '
        . 'smallImage swatchImage thumbnail weight weightType categories',
    'productAttributes' => 'label frontendInput',
    'categories' => 'description metaTitle metaKeywords metaDescription urlKey',
    'prices' => 'parents tierPrices',
    'priceBooks' => '',
];
const OPTION_VALUE = [
    'id', 'label', 'sortOrder', 'isDefault', 'colorHex', 'imageUrl', 'customSwatchValue', 'qtyMutability',
    'qty', 'infoUrl', 'sku', 'price', 'priceType'];

function emptyLists(array $value, string $path): void
{
    foreach ($value as $key => $member) {
        if ($member === []) {
            complain("$path.$key is an empty list");
        } elseif (is_array($member)) {
            emptyLists($member, is_int($key) ? $path : "$path.$key");
        }
    }
}

$catalog = new Catalog(400);
foreach (Catalog::FEEDS as $feed) {
    $always = explode(' ', ALWAYS[$feed]);
    $sometimes = array_fill_keys(array_filter(explode(' ', SOMETIMES[$feed])), 0);
    $count = 0;
    foreach ($catalog->items($feed) as $item) {
        $count++;
        foreach (array_diff($always, array_keys($item)) as $missing) {
            complain("$feed: $missing is missing");
        }
        foreach (array_diff_key($item, array_flip($always)) as $key => $value) {
            isset($sometimes[$key]) || complain("$feed: $key is not a field");
            $value === null && complain("$feed: $key is null");
            $sometimes[$key]++;
        }
        emptyLists($item, $feed);
    }
    foreach ($sometimes as $key => $seen) {
        if ($seen === 0 || $seen === $count) {
            complain("$feed: $key is " . ($seen === 0 ? 'never' : 'always') . ' there');
        }
    }
    echo "$feed: $count\n";
}

foreach ($catalog->items('products') as $item) {
    foreach ($item['images'] ?? [] as $image) {
        is_string($image['sortOrder']) || complain('sortOrder of an image is no string');
    }
    foreach ($item['optionsV2'] ?? [] as $option) {
        is_string($option['id']) || complain('id of an option is no string');
        foreach ($option['values'] ?? [] as $value) {
            array_keys($value) === OPTION_VALUE || complain('keys of an option value');
        }
    }
    if (isset($item['weight']) !== ($item['weightUnit'] !== null) || !is_float($item['weight'] ?? 0.0)) {
        complain('weight and its unit');
    }
}
foreach ($catalog->items('categories') as $item) {
    preg_match('~^([a-z0-9-]+(/[a-z0-9-]+)*)?$~', $item['urlPath']) || complain("urlPath $item[urlPath]");
    is_int($item['isActive']) && is_int($item['includeInMenu']) || complain('flags of a category are 0 or 1');
}
?>
--EXPECT--
products: 525
productAttributes: 135
categories: 165
prices: 959
priceBooks: 10
