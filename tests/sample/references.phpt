--TEST--
Sample catalog: whatever an item refers to exists in the same scope
--SKIPIF--
<?php require __DIR__ . "/skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/sample.inc';

use Aco\Sample\Catalog;

/* 405 products: the last block is cut off, so that some parts have no parents. */
$catalog = new Catalog(405);
$checked = array_fill_keys(['parents', 'children of categories', 'routes', 'links', 'variants', 'parts', 'prices'], 0);

$categories = [];
foreach ($catalog->items('categories') as $category) {
    $categories[$category['storeViewCode']][$category['categoryId']] = $category;
}
$paths = [];
foreach ($categories as $view => $byId) {
    foreach ($byId as $category) {
        $paths[$view][$category['urlPath']] = true;
        if (
            $category['level'] > 1
            && !in_array((string) $category['categoryId'], $byId[$category['parentId']]['children'], true)
        ) {
            complain("category $category[urlPath] is not among the children of its parent");
        }
        if (str_contains($category['urlPath'], '/') && !isset($paths[$view][dirname($category['urlPath'])])) {
            complain("category $category[urlPath] comes before its parent");
        }
        $checked['children of categories']++;
    }
}

$products = [];
$onWebsite = [];
foreach ($catalog->items('products') as $product) {
    $products[$product['storeViewCode']][$product['sku']] = $product;
    $onWebsite[$product['websiteCode']][$product['sku']] = $product['type'];
}
foreach ($products as $view => $bySku) {
    foreach ($bySku as $sku => $product) {
        foreach ($product['categoryData'] ?? [] as $category) {
            isset($paths[$view][$category['categoryPath']]) || complain("$sku: no category $category[categoryPath]");
            $checked['routes']++;
        }
        foreach ($product['links'] ?? [] as $link) {
            isset($bySku[$link['sku']]) || complain("$sku: no product $link[sku] in $view");
            $checked['links']++;
        }
        foreach ($product['parents'] ?? [] as $parent) {
            if (($bySku[$parent['sku']]['type'] ?? null) !== $parent['productType']) {
                complain("$sku: no $parent[productType] parent $parent[sku] in $view");
            }
            $checked['parents']++;
            if ($parent['productType'] !== 'configurable' || $product['status'] !== 'Enabled') {
                continue;
            }
            $known = [];
            foreach ($bySku[$parent['sku']]['optionsV2'] as $option) {
                foreach ($option['values'] ?? [] as $value) {
                    $known[$option['id']][$value['id']] = $value['label'];
                }
            }
            foreach ($product['attributes'] as $attribute) {
                if (isset($attribute['valueId'])) {
                    $value = $known[$attribute['attributeCode']][$attribute['valueId'][0]] ?? null;

                    if ($value !== $attribute['value'][0]) {
                        complain("$sku: its $attribute[attributeCode] is no option value of $parent[sku]");
                    }
                    $checked['variants']++;
                }
            }
        }
        $parts = [];
        foreach ($product['optionsV2'] ?? [] as $option) {
            foreach ($option['values'] ?? [] as $value) {
                if ($value['sku'] === null) {
                    continue;
                }
                isset($bySku[$value['sku']]) || complain("$sku: no part $value[sku] in $view");
                isset($parts[$value['sku']]) && complain("$sku: $value[sku] twice");
                $parts[$value['sku']] = true;
                $checked['parts']++;
            }
        }
    }
}

$books = [];
foreach ($catalog->items('priceBooks') as $book) {
    $books[$book['websiteCode']][$book['customerGroupId'] === null ? '0' : sha1((string) $book['customerGroupId'])] =
        true;
}
$base = [];
foreach ($catalog->items('prices') as $price) {
    isset($onWebsite[$price['websiteCode']][$price['sku']]) || complain("price of $price[sku], which is not in $price[websiteCode]");
    isset($books[$price['websiteCode']][$price['customerGroupCode']]) || complain("$price[sku]: no such price book");
    if ($price['customerGroupCode'] === '0') {
        $base[$price['websiteCode']][$price['sku']] = true;
    }
    $checked['prices']++;
}
foreach ($onWebsite as $website => $types) {
    foreach ($types as $sku => $type) {
        if (isset($base[$website][$sku]) === ($type === 'configurable')) {
            complain("base price of $type $sku");
        }
    }
}
foreach ($checked as $what => $count) {
    echo "$what: $count\n";
}
?>
--EXPECT--
parents: 416
children of categories: 165
routes: 793
links: 745
variants: 368
parts: 195
prices: 1009
