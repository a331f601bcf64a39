<?php

/**
 * Acts in a shop, in a process of their own as in a real one: php shop.php ACT [ARGUMENT...] [, ACT [ARGUMENT...]]...,
 * in its root.
 */

declare(strict_types=1);

use Magento\Framework\App\Bootstrap;

require getcwd() . '/app/bootstrap.php';
require __DIR__ . '/ForeignExporter.php';

$shop = Bootstrap::create(BP, $_SERVER)->getObjectManager();
$shop->get(\Magento\Framework\App\State::class)->setAreaCode('adminhtml');
$shop->get(\Magento\Framework\Registry::class)->register('isSecureArea', true);

const FEEDS = ['products', 'categories', 'productAttributes', 'prices', 'priceBooks'];

$feeds = static function () use ($shop): array {
    $pool = $shop->get(\Magento\DataExporter\Model\FeedMetadataPool::class);

    return array_map($pool->getMetadata(...), FEEDS);
};
$connection = $shop->get(\Magento\Framework\App\ResourceConnection::class);
/** @var Closure(): array<string, string> copies of feed tables, by table */
$kept = static function () use ($connection, $feeds): array {
    $tables = array_map(static fn (object $m): string => $connection->getTableName($m->getFeedTableName()), $feeds());

    return array_combine($tables, array_map(static fn (string $table): string => "{$table}_aco_kept", $tables));
};
$product = static function (string $sku) use ($shop): object {
    return $shop->get(\Magento\Catalog\Api\ProductRepositoryInterface::class)->get($sku, true, 0, true);
};
$category = static function (string $name) use ($shop): object {
    return $shop->create(\Magento\Catalog\Model\ResourceModel\Category\Collection::class)
        ->addAttributeToSelect('*')->addAttributeToFilter('name', $name)->getFirstItem()->setStoreId(0);
};
$write = static function (string $table, string $where, array $set) use ($connection): void {
    $connection->getConnection()->update($connection->getTableName($table), $set, $where);
};

$acts = [
    // Settings of the sandbox; what was there before is kept in a file.
    'connect' => static function (string $work, string $port) use ($shop, $connection): void {
        $table = $connection->getTableName('core_config_data');
        $rows = $connection->getConnection()->fetchAll("SELECT scope, scope_id, path, value FROM $table WHERE path LIKE 'aco_exporter/%'");
        file_exists("$work/settings.json") || file_put_contents("$work/settings.json", json_encode($rows));
        $connection->getConnection()->delete($table, "path LIKE 'aco_exporter/%'");
        foreach ([
            'products_per_minute' => 1000000,
            'prices_per_minute' => 1000000,
            'requests_per_second' => 100,
        ] as $name => $value) {
            $connection->getConnection()->insert($table, ['path' => "aco_exporter/sending/$name", 'value' => $value]);
        }
        $shop->get(\Magento\Framework\App\Config\ReinitableConfigInterface::class)->reinit();
        $shop->get(\Aco\CommerceOptimizer\Model\Setup::class)->connect(
            'ACOSANDBOX00000000000000@AdobeOrg', 'aco-sandbox-tenant', 'sandbox-client', 'sandbox-secret',
            "http://127.0.0.1:$port", "http://127.0.0.1:$port/api/v1",
        );
    },
    // Puts back what connect and begin have taken away.
    // How many items there are; fails where the extension makes something else of one than the framework does.
    'assemble' => static function () use ($shop, $feeds, $connection): void {
        $schema = $shop->get(\Magento\DataExporter\Config\ConfigInterface::class);
        $theirs = new \Magento\DataExporter\Export\Transformer($schema);
        $ours = $shop->get(\Magento\DataExporter\Export\Transformer::class);
        $plans = $shop->get(\Magento\DataExporter\Export\Request\InfoAssembler::class);
        $items = 0;
        foreach ($feeds() as $metadata) {
            $select = $connection->getConnection()->select()
                ->from($connection->getTableName($metadata->getSourceTableName()), $metadata->getSourceTableField());
            $ids = array_map(
                static fn (string $id): array => [$metadata->getFeedIdentity() => $id],
                $connection->getConnection()->fetchCol($select),
            );
            $info = $plans->assembleFieldInfo($metadata->getFeedName(), 'Export');
            $compare = static function (array $snapshot) use ($info, $ours, $theirs, $metadata, &$items): void {
                $expected = $theirs->transform($info, $snapshot);
                $items += count($expected);
                if (serialize($ours->transform($info, $snapshot)) !== serialize($expected)) {
                    throw new \RuntimeException("Items of {$metadata->getFeedName()} differ from the framework's");
                }
            };
            $shop->get(\Magento\DataExporter\Export\Extractor::class)
                ->extractWithCallback($info, $ids, $compare, $metadata);
        }
        echo $items;
    },
    'restore' => static function (string $work) use ($shop, $connection, $kept): void {
        foreach ($kept() as $table => $copy) {
            if ($connection->getConnection()->isTableExists($copy)) {
                $connection->getConnection()->delete($table);
                $connection->getConnection()->query("INSERT INTO $table SELECT * FROM $copy");
                $connection->getConnection()->dropTable($copy);
            }
        }
        if (is_file("$work/settings.json")) {
            $table = $connection->getTableName('core_config_data');
            $connection->getConnection()->delete($table, "path LIKE 'aco_exporter/%'");
            foreach (json_decode((string) file_get_contents("$work/settings.json"), true) as $row) {
                $connection->getConnection()->insert($table, $row);
            }
            $shop->get(\Magento\Framework\App\Config\ReinitableConfigInterface::class)->reinit();
        }
    },
    // Takes the module's tables, triggers and states away.
    'retire' => static function () use ($shop, $connection): void {
        $db = $connection->getConnection();
        $shop->create(\Magento\Framework\Mview\ViewInterface::class)->load('cde_price_books_feed')->unsubscribe();
        $schema = file_get_contents(BP . '/app/code/Aco/CommerceOptimizer/etc/db_schema_whitelist.json');
        // The framework makes tables of its own beside that of a feed.
        $tables = [
            ...array_map($connection->getTableName(...), array_keys(json_decode((string) $schema, true))),
            ...$db->getTables($connection->getTableName('cde_price_books_feed') . '\\_%'),
        ];
        foreach ($tables as $table) {
            $db->dropTable($table);
        }
        $db->delete($connection->getTableName('mview_state'), "view_id = 'cde_price_books_feed'");
        $db->delete($connection->getTableName('indexer_state'), "indexer_id = 'data_exporter_price_books'");
        $db->delete($connection->getTableName('setup_module'), "module = 'Aco_CommerceOptimizer'");
        $db->delete($connection->getTableName('cron_schedule'), "job_code LIKE 'aco\\_%'");
    },
    // What cron does for feeds; other indexers have nothing to do with them.
    'cron' => static function (string ...$only) use ($shop, $feeds): void {
        $shop->get(\Aco\CommerceOptimizer\Cron\ResendFailed::class)->execute();
        $indexers = $shop->get(\Magento\DataExporter\Service\FeedIndexerProvider::class);
        $asked = array_filter(
            $feeds(),
            static fn (object $m): bool => $only === [] || in_array($m->getFeedName(), $only, true),
        );
        foreach ($asked as $metadata) {
            $indexer = $indexers->getIndexer($metadata);
            $indexer->isInvalid() && $indexer->reindexAll();
        }
        foreach ($asked as $metadata) {
            $view = $shop->create(\Magento\Framework\Mview\ViewInterface::class)->load($metadata->getFeedTableName());
            $shop->get(\Magento\DataExporter\Model\Indexer\ViewMaterializer::class)->execute($view);
        }
    },
    // Time goes by: what is due later is due, and dead runs are old.
    'later' => static function () use ($write): void {
        $write('aco_export_retry', '1', ['due_at' => '2020-01-01 00:00:00']);
        $write('mview_state', "view_id LIKE 'cde\\_%'", ['updated' => '2020-01-01 00:00:00']);
        $write('indexer_state', "status = 'working'", ['updated' => '2020-01-01 00:00:00']);
    },
    'reindex' => static function () use ($shop, $feeds): void {
        foreach ($feeds() as $metadata) {
            $shop->get(\Magento\DataExporter\Service\FeedIndexerProvider::class)->getIndexer($metadata)->reindexAll();
        }
    },
    // The feed tables as another exporter leaves them, in a shop that is not connected.
    'foreign' => static function () use ($shop, $connection, $feeds): void {
        $shop->get(\Magento\Framework\App\Config\Storage\WriterInterface::class)->delete(\Aco\CommerceOptimizer\Model\Config::PATH_TENANT);
        $shop->get(\Magento\Framework\App\Config\ReinitableConfigInterface::class)->reinit();
        // A preference would come too late in compiled mode, where whoever exports knows the class by name.
        $none = $shop->get(\Magento\DataExporter\Model\ExportFeedInterface::class);
        $foreign = $shop->create(\Aco\CommerceOptimizer\Test\ForeignExporter::class);
        (function () use ($none, $foreign): void {
            $this->_sharedInstances = array_map(
                static fn (object $made): object => $made === $none ? $foreign : $made,
                $this->_sharedInstances,
            );
        })->call($shop);
        foreach ($feeds() as $metadata) {
            $connection->getConnection()->delete($connection->getTableName($metadata->getFeedTableName()));
            $shop->get(\Magento\DataExporter\Service\FeedIndexerProvider::class)->getIndexer($metadata)->reindexAll();
        }
    },
    // Every third row gets a status.
    'spoil' => static fn (string $status, string $rest) => array_map(
        static fn (object $m) => $write($m->getFeedTableName(), "id % 3 = $rest", [
            'status' => $status,
            'errors' => 'spoiled',
        ]),
        $feeds(),
    ),
    'invalidate' => static fn () => $shop->get(\Aco\CommerceOptimizer\Model\FeedInvalidation::class)->execute(),
    'products' => static function (string $from, string $count) use ($shop): void {
        for ($i = (int) $from; $i < $from + $count; $i++) {
            $shop->create(\Magento\Catalog\Model\Product::class)->setTypeId('simple')->setAttributeSetId(4)->setSku("aco-test-$i")
                ->setName("Test $i é < €")
                    ->setPrice(10 + $i)
                    ->setStatus(1)
                    ->setVisibility(4)
                    ->setWebsiteIds([1])
                    ->setWeight(1)
                ->setUrlKey("aco-test-$i")->setStockData(['qty' => 9, 'is_in_stock' => 1])->save();
        }
    },
    'set' => static fn (string $sku, string $field, string $value) => $product($sku)->setData($field, $value)->save(),
    'price' => static fn (string $sku, string $price) => $product($sku)->setPrice((float) $price)->save(),
    // What a catalog rule gives all groups today.
    'rule' => static function (string $sku, string $price) use ($product, $connection): void {
        foreach (range(0, 3) as $group) {
            $connection->getConnection()->insert($connection->getTableName('catalogrule_product_price'), [
                'rule_date' => date('Y-m-d'),
                'customer_group_id' => $group,
                'product_id' => $product($sku)->getId(),
                'rule_price' => $price,
                'website_id' => 1,
            ]);
        }
    },
    'dropRules' => static fn () => $connection->getConnection()
        ->delete($connection->getTableName('catalogrule_product_price'), ['rule_price = ?' => '1.23']),
    'tier' => static fn (string $sku) => $product($sku)->setData('tier_price', [
        ['website_id' => 0, 'cust_group' => 1, 'price_qty' => 1, 'price' => 3.5],
        ['website_id' => 0, 'cust_group' => 32000, 'price_qty' => 5, 'price' => 2.5],
    ])->save(),
    'websites' => static fn (string $sku, string $ids) => $product($sku)
        ->setWebsiteIds(array_filter(explode(',', $ids)))
        ->save(),
    'drop' => static fn (string $sku) => $product($sku)->delete(),
    // Whatever an earlier run has left.
    'dropTests' => static function () use ($shop): void {
        foreach ($shop->create(\Magento\Catalog\Model\ResourceModel\Product\Collection::class)
            ->addAttributeToFilter('sku', ['like' => 'aco-test-%']) as $item) {
            $item->delete();
        }
        foreach ($shop->create(\Magento\Catalog\Model\ResourceModel\Category\Collection::class)
            ->addAttributeToFilter('name', ['like' => 'Aco Test %']) as $item) {
            $item->delete();
        }
        $attribute = $shop->get(\Magento\Eav\Model\Config::class)->getAttribute('catalog_product', 'aco_test_size');
        $attribute && $attribute->getId() && $attribute->delete();
    },
    'stock' => static fn (string $sku, string $quantity) => $product($sku)
        ->setStockData(['qty' => $quantity, 'is_in_stock' => 1])
        ->save(),
    'category' => static fn (string $name, string $parent) => $shop->create(\Magento\Catalog\Model\Category::class)
        ->setStoreId(0)->setName($name)->setIsActive(true)->setIncludeInMenu(1)
        ->setParentId($parent === '' ? 2 : $category($parent)->getId())
        ->setPath($parent === '' ? '1/2' : $category($parent)->getPath())->save(),
    'renameCategory' => static fn (string $name, string $new) => $category($name)->setName($new)
        ->setUrlKey(strtolower(strtr($new, ' ', '-')))->save(),
    'moveCategory' =>
        static fn (string $name, string $parent) => $category($name)->move($category($parent)->getId(), null),
    'dropCategory' => static fn (string $name) => $category($name)->delete(),
    'setCategory' => static fn (string $name, string $field, string $value) => $category($name)
        ->setData($field, $value)
        ->save(),
    'setAttribute' => static fn (string $code, string $field, string $value) => $shop->get(
        \Magento\Eav\Model\Config::class,
    )
        ->getAttribute('catalog_product', $code)->setData($field, $value)->save(),
    'group' => static fn (string $code) => $shop
        ->create(\Magento\Customer\Model\Group::class)
        ->setCode($code)
        ->setTaxClassId(3)
        ->save(),
    'dropGroup' => static fn (string $code) => $shop
        ->create(\Magento\Customer\Model\Group::class)
        ->load($code, 'customer_group_code')
        ->delete(),
    'website' => static function (string $code) use ($shop): void {
        $website = $shop->create(\Magento\Store\Model\Website::class)->setCode($code)->setName("Website $code")->save();
        $group = $shop
            ->create(\Magento\Store\Model\Group::class)
            ->setWebsiteId($website->getId())
            ->setName($code)
            ->setCode($code)
            ->setRootCategoryId(2)->save();
        $store = $shop
            ->create(\Magento\Store\Model\Store::class)
            ->setCode("{$code}_view")
            ->setWebsiteId($website->getId())
            ->setGroupId($group->getId())->setName("View $code")->setIsActive(1)->save();
        $group->setDefaultStoreId($store->getId())->save();
        $website->setDefaultGroupId($group->getId())->save();
        echo $website->getId();
    },
    'dropWebsite' => static fn (string $code) => $shop
        ->create(\Magento\Store\Model\Website::class)
        ->load($code, 'code')
        ->delete(),
    'setting' => static function (string $path, string $value, string $scope, string $id) use ($shop): void {
        $shop
            ->get(\Magento\Framework\App\Config\Storage\WriterInterface::class)
            ->save($path, $value, $scope, (int) $id);
        $shop->get(\Magento\Framework\App\Config\ReinitableConfigInterface::class)->reinit();
    },
    'unset' => static function (string $path) use ($shop): void {
        $shop->get(\Magento\Framework\App\Config\Storage\WriterInterface::class)->delete($path);
        $shop->get(\Magento\Framework\App\Config\ReinitableConfigInterface::class)->reinit();
    },
    'attribute' => static function () use ($shop): void {
        $shop->create(\Magento\Catalog\Model\ResourceModel\Eav\Attribute::class)->setData([
            'attribute_code' => 'aco_test_size', 'entity_type_id' => 4, 'is_global' => 1, 'is_user_defined' => 1,
            'frontend_input' => 'select',
            'backend_type' => 'int', 'frontend_label' => ['Size'],
            'option' => ['value' => ['a' => ['S'], 'b' => ['L']], 'order' => ['a' => 0, 'b' => 1]],
        ])->save();
        $group = $shop->get(\Magento\Eav\Model\ResourceModel\Entity\Attribute\Set::class)->getDefaultGroupId(4);
        $shop
            ->get(\Magento\Eav\Api\AttributeManagementInterface::class)
            ->assign('catalog_product', 4, $group, 'aco_test_size', 0);
    },
    'size' => static function (string $sku) use ($shop, $product): void {
        $attribute = $shop->get(\Magento\Eav\Model\Config::class)->getAttribute('catalog_product', 'aco_test_size');
        $product($sku)
            ->setData('aco_test_size', (int) $attribute->getSource()->getAllOptions(false)[0]['value'])
            ->save();
    },
    'configurable' => static function (string $sku, string $child) use ($shop, $product): void {
        $attribute = $shop->get(\Magento\Eav\Model\Config::class)->getAttribute('catalog_product', 'aco_test_size');
        $option = (int) $attribute->getSource()->getAllOptions(false)[0]['value'];
        $options = $shop->get(\Magento\ConfigurableProduct\Helper\Product\Options\Factory::class)->create([[
            'attribute_id' => $attribute->getId(), 'code' => 'aco_test_size', 'label' => 'Size', 'position' => 0,
            'values' => [['label' => 'S', 'attribute_id' => $attribute->getId(), 'value_index' => $option]],
        ]]);
        $parent = $shop
            ->create(\Magento\Catalog\Model\Product::class)
            ->setTypeId('configurable')
            ->setAttributeSetId(4)
            ->setSku($sku)
            ->setName($sku)->setStatus(1)->setVisibility(4)->setWebsiteIds([1])->setUrlKey($sku)
            ->setStockData(['is_in_stock' => 1, 'use_config_manage_stock' => 1]);
        $parent->getExtensionAttributes()->setConfigurableProductOptions($options)
            ->setConfigurableProductLinks([$product($child)->getId()]);
        $shop->get(\Magento\Catalog\Api\ProductRepositoryInterface::class)->save($parent);
    },
    // The sandbox is empty: so are the feed tables. Their rows wait in copies.
    'begin' => static function () use ($connection, $kept): void {
        foreach ($kept() as $table => $copy) {
            if (!$connection->getConnection()->isTableExists($copy)) {
                $connection->getConnection()->query("CREATE TABLE $copy LIKE $table");
                $connection->getConnection()->query("INSERT INTO $copy SELECT * FROM $table");
            }
            $connection->getConnection()->delete($table);
        }
        $connection->getConnection()->delete($connection->getTableName('aco_export_retry'));
    },
];

$asked = [[]];
foreach (array_slice($argv, 1) as $word) {
    if ($word === ',') {
        $asked[] = [];
    } else {
        $asked[array_key_last($asked)][] = $word;
    }
}
foreach ($asked as $words) {
    $acts[array_shift($words)](...$words);
}
