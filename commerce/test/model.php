<?php

/**
 * What the service should have, made from the tables of a shop with SQL alone: php model.php, in the root of the shop.
 * Prints {"kind": {"key": value}} as JSON.
 */

declare(strict_types=1);

require __DIR__ . '/services.php';

$pdo = openDatabase(getcwd());
$pdo->setAttribute(PDO::ATTR_DEFAULT_FETCH_MODE, PDO::FETCH_ASSOC);
$pdo->setAttribute(PDO::ATTR_STRINGIFY_FETCHES, true);
$p = (require getcwd() . '/app/etc/env.php')['db']['table_prefix'] ?? '';

/** @return list<array<string, mixed>> */
function rows(string $sql): array
{
    global $pdo, $p;

    return $pdo->query(str_replace('#', $p, $sql))->fetchAll();
}

$settingOf = [];
foreach (rows("SELECT scope, scope_id, path, value FROM #core_config_data") as $row) {
    $settingOf[$row['path']][$row['scope']][(int) $row['scope_id']] = $row['value'];
}
$isOn = static function (string $setting, string $scope, int $id) use ($settingOf): bool {
    $values = $settingOf["aco_exporter/scope/$setting"] ?? [];

    return (bool) ($values[$scope][$id] ?? $values['default'][0] ?? true);
};

$views = array_filter(
    rows('SELECT s.store_id, s.code, s.website_id, g.root_category_id FROM #store s JOIN #store_group g USING (group_id) WHERE s.store_id > 0'),
    static fn (array $view): bool => $isOn('store_view_enabled', 'stores', (int) $view['store_id']),
);
$websites = array_filter(
    rows('SELECT website_id, code, name FROM #store_website WHERE website_id > 0'),
    static fn (array $website): bool => $isOn('website_enabled', 'websites', (int) $website['website_id']),
);
$value = static function (string $entity, string $type, string $code, int $id, int $view) use ($p): ?string {
    $found = rows("SELECT v.value FROM #{$entity}_entity_$type v JOIN #eav_attribute a USING (attribute_id)
        JOIN #eav_entity_type t ON t.entity_type_id = a.entity_type_id AND t.entity_type_code = '$entity'
        WHERE a.attribute_code = '$code' AND v.entity_id = $id AND v.store_id IN (0, $view) AND v.value IS NOT NULL ORDER BY v.store_id DESC LIMIT 1");

    return $found[0]['value'] ?? null;
};

$model = ['products' => [], 'categories' => [], 'prices' => [], 'price-books' => []];
foreach (rows('SELECT e.entity_id, e.sku, e.type_id, w.website_id FROM #catalog_product_entity e
    JOIN #catalog_product_website w ON w.product_id = e.entity_id') as $row) {
    foreach ($views as $view) {
        if ($view['website_id'] === $row['website_id']) {
            $id = (int) $row['entity_id'];
            $name = $value('catalog_product', 'varchar', 'name', $id, (int) $view['store_id']);
            $model['products']["$row[sku] @ $view[code]"] = $name;
        }
    }
    foreach ($websites as $website) {
        if ($website['website_id'] !== $row['website_id'] || $row['type_id'] === 'configurable') {
            continue;
        }
        $price = (float) $value('catalog_product', 'decimal', 'price', (int) $row['entity_id'], 0);
        $model['prices']["$row[sku] @ $website[code]"] = $price;
        foreach (rows("SELECT DISTINCT customer_group_id FROM #catalog_product_entity_tier_price
            WHERE entity_id = $row[entity_id] AND all_groups = 0 AND website_id IN (0, $website[website_id])") as $group) {
            $model['prices']["$row[sku] @ $website[code]::" . sha1((string) $group['customer_group_id'])] = $price;
        }
    }
}
foreach (rows('SELECT entity_id, path FROM #catalog_category_entity WHERE level > 1') as $row) {
    foreach ($views as $view) {
        if (str_contains("/$row[path]/", "/$view[root_category_id]/")) {
            $path = $value('catalog_category', 'varchar', 'url_path', (int) $row['entity_id'], (int) $view['store_id']);
            $name = $value('catalog_category', 'varchar', 'name', (int) $row['entity_id'], (int) $view['store_id']);
            $model['categories']["$path @ $view[code]"] = $name;
        }
    }
}
$currencies = $settingOf['currency/options/base'] ?? [];
$perWebsite = ($settingOf['catalog/price/scope']['default'][0] ?? '0') === '1';
$groups = rows('SELECT customer_group_id, customer_group_code FROM #customer_group');
foreach ($websites as $website) {
    $currency = ($perWebsite ? $currencies['websites'][(int) $website['website_id']] ?? null : null)
        ?? $currencies['default'][0]
        ?? 'USD';
    $model['price-books'][$website['code']] = "$website[name] $currency";
    foreach ($groups as $group) {
        $model['price-books']["$website[code]::" . sha1((string) $group['customer_group_id'])] = "$group[customer_group_code] ($website[name])";
    }
}
echo json_encode($model, JSON_THROW_ON_ERROR);
