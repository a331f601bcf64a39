<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Collect;

use Magento\Catalog\Api\Data\ProductInterface;
use Magento\Catalog\Model\Product;
use Magento\Catalog\Model\Product\Attribute\Source\Status;
use Magento\ConfigurableProduct\Model\Product\Type\Configurable;
use Magento\ConfigurableProductDataExporter\Model\Provider\Product\ConfigurableOptionValueUid;
use Magento\ConfigurableProductDataExporter\Model\Query\ProductOptionQuery;
use Magento\ConfigurableProductDataExporter\Model\Query\ProductOptionValueQuery;
use Magento\DataExporter\Exception\UnableRetrieveData;
use Magento\Eav\Model\Config as EavConfig;
use Magento\Framework\App\ResourceConnection;
use Magento\Framework\EntityManager\MetadataPool;
use Magento\Swatches\Helper\Media;
use Magento\Swatches\Model\Swatch;

/** The options of configurable products, with the values that their enabled variants have. */
class ConfigurableOptions
{
    /** @var array<string, array<string, array<int|string, array<string, mixed>>>> by attribute, view and option */
    private array $values = [];

    public function __construct(
        private readonly ResourceConnection $resources,
        private readonly MetadataPool $metadata,
        private readonly EavConfig $eav,
        private readonly ProductOptionQuery $options,
        private readonly ProductOptionValueQuery $optionValues,
        private readonly ConfigurableOptionValueUid $ids,
        private readonly Media $media,
    ) {
    }

    /**
     * @param array<int|string, array{productId?: int|string, storeViewCode?: string, type?: string, ...}> $products as
     *        the framework hands them to a provider
     *
     * @return array<string, array{productId: string, storeViewCode: string, optionsV2: array<string, mixed>}>
     *
     * @throws UnableRetrieveData
     */
    public function of(array $products): array
    {
        $asked = ['productId' => [], 'storeViewCode' => []];
        foreach ($products as $product) {
            if (
                ($product['type'] ?? null) === Configurable::TYPE_CODE
                && isset($product['productId'], $product['storeViewCode'])
            ) {
                $asked['productId'][$product['productId']] = $product['productId'];
                $asked['storeViewCode'][$product['storeViewCode']] = $product['storeViewCode'];
            }
        }
        if ($asked['productId'] === []) {
            return [];
        }

        try {
            return $this->read($asked);
        } catch (\Throwable $e) {
            $message = "Unable to retrieve configurable product options data: {$e->getMessage()}";
            throw new UnableRetrieveData($message, 0, $e);
        }
    }

    /**
     * @param array{productId: array<int|string>, storeViewCode: array<string>} $asked
     *
     * @return array<string, array{productId: string, storeViewCode: string, optionsV2: array<string, mixed>}>
     */
    private function read(array $asked): array
    {
        /**
         * @var list<array{
         *     productId: string, storeViewCode: string, attribute_id: string, attribute_code: string,
         *     label: ?string, position: string, swatchType: ?string, ...
         * }> $rows
         */
        $rows = $this->resources->getConnection()->fetchAll($this->options->getQuery($asked));
        $this->learn(array_unique(array_column($rows, 'attribute_id')), $asked['storeViewCode']);
        $sold = $this->sold($asked);
        $options = [];

        foreach ($rows as $row) {
            ['productId' => $product, 'storeViewCode' => $view, 'attribute_id' => $attribute] = $row;
            $option = [
                'id' => $row['attribute_code'],
                'type' => ConfigurableOptionValueUid::OPTION_TYPE,
                'label' => $row['label'],
                'sortOrder' => $row['position'],
                'swatchType' => $row['swatchType'],
            ];

            $values = $this->values[$attribute][$view] ?? [];
            if ($values !== []) {
                $soldValues = $sold[$product][$attribute][$view] ?? [];
                $option['values'] = array_values(array_intersect_key($values, $soldValues));
            }

            $options[$product . $view . $attribute] = [
                'productId' => $product, 'storeViewCode' => $view, 'optionsV2' => $option,
            ];
        }

        uasort(
            $options,
            static fn (array $a, array $b): int => $a['optionsV2']['sortOrder'] <=> $b['optionsV2']['sortOrder'],
        );

        return $options;
    }

    /**
     * Reads the values that attributes can have, unless they are known, as the framework does: once in a process.
     *
     * @param array<string> $attributes
     * @param array<string> $views
     */
    private function learn(array $attributes, array $views): void
    {
        $unknown = array_filter(
            $attributes,
            fn (string $id): bool => array_diff_key(array_flip($views), $this->values[$id] ?? []) !== [],
        );
        if ($unknown === []) {
            return;
        }

        foreach ($unknown as $attribute) {
            $this->values[$attribute] = array_fill_keys($views, []) + ($this->values[$attribute] ?? []);
        }
        $select = $this->optionValues->getQuery(['attributes' => $unknown, 'storeViewCode' => $views]);
        /** @var list<array<string, string>> $rows */
        $rows = $this->resources->getConnection()->fetchAll($select);
        foreach ($rows as $row) {
            $type = $row['swatchType'];
            $swatch = $row['swatchValue'];
            $this->values[$row['attribute_id']][$row['storeViewCode']][$row['optionId']] = [
                'id' => $this->ids->resolve($row['attribute_id'], $row['optionId']),
                'label' => $row['label'],
                'sortOrder' => $row['sortOrder'],
                'colorHex' => $type == Swatch::SWATCH_TYPE_VISUAL_COLOR ? $swatch : null,
                'imageUrl' => $type == Swatch::SWATCH_TYPE_VISUAL_IMAGE
                    ? $this->media->getSwatchMediaUrl() . $swatch
                    : null,
                'customSwatchValue' => in_array(
                    $type,
                    [Swatch::SWATCH_TYPE_TEXTUAL, Swatch::SWATCH_TYPE_VISUAL_COLOR, Swatch::SWATCH_TYPE_VISUAL_IMAGE],
                ) ? null : $swatch,
            ];
        }
    }

    /**
     * Which values the variants have that are enabled in a store view.
     *
     * @param array{productId: array<int|string>, storeViewCode: array<string>} $asked
     *
     * @return array<int|string, array<int|string, array<string, array<int|string, true>>>> by product, attribute, view
     */
    private function sold(array $asked): array
    {
        // Rows of values hang on the version of a product where content staging is installed.
        $link = $this->metadata->getMetadata(ProductInterface::class)->getLinkField();
        $status = (int) $this->eav->getAttribute(Product::ENTITY, 'status')->getId();
        $table = $this->resources->getTableName(...);
        $connection = $this->resources->getConnection();
        $views = $connection->quoteInto('view.code IN (?)', $asked['storeViewCode']);

        $select = $connection->select()
            ->distinct()
            ->from(['parent' => $table('catalog_product_entity')], ['product' => 'entity_id'])
            ->join(['made_by' => $table('catalog_product_super_attribute')], "made_by.product_id = parent.$link", [
                'attribute_id',
            ])
            ->join(['variant' => $table('catalog_product_super_link')], "variant.parent_id = parent.$link", [])
            ->join(['child' => $table('catalog_product_entity')], 'child.entity_id = variant.product_id', [])
            ->join(
                ['value' => $table('catalog_product_entity_int')],
                "value.$link = child.$link AND value.store_id = 0 AND value.attribute_id = made_by.attribute_id",
                ['value'],
            )
            ->join(['view' => $table('store')], $views, ['code'])
            ->joinLeft(
                ['everywhere' => $table('catalog_product_entity_int')],
                "everywhere.$link = child.$link AND everywhere.attribute_id = $status AND everywhere.store_id = 0",
                [],
            )
            ->joinLeft(
                ['here' => $table('catalog_product_entity_int')],
                "here.$link = child.$link AND here.attribute_id = $status AND here.store_id = view.store_id"
                    . ' AND everywhere.value_id IS NOT NULL',
                [],
            )
            ->where('parent.entity_id IN (?)', $asked['productId'], \Zend_Db::INT_TYPE)
            ->where('IF(here.value_id, here.value, everywhere.value) != ?', Status::STATUS_DISABLED);

        $sold = [];
        foreach ($connection->fetchAll($select) as $row) {
            $sold[$row['product']][$row['attribute_id']][$row['code']][$row['value']] = true;
        }

        return $sold;
    }
}
