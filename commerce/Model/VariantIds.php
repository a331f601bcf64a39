<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model;

use Magento\Catalog\Api\Data\ProductInterface;
use Magento\Framework\App\ResourceConnection;
use Magento\Framework\EntityManager\MetadataPool;

/** The ids of the option values that make a product a variant of a configurable one. */
class VariantIds
{
    /** @var array<int, array<string, string>> what was found for the products that are being collected */
    private array $known = [];

    public function __construct(private readonly ResourceConnection $resources, private readonly MetadataPool $metadata)
    {
    }

    /**
     * Commerce asks once for each store view, and the ids are the same in all of them.
     *
     * @param list<int> $products
     *
     * @return array<int, array<string, string>> by product and attribute code
     */
    public function of(array $products): array
    {
        $unknown = array_values(array_filter($products, fn (int $id): bool => !isset($this->known[$id])));
        if ($unknown !== []) {
            $this->known = $this->read($unknown) + array_fill_keys($unknown, []) + $this->known;
        }

        return $this->known;
    }

    /** Products may change until the next ones are collected. */
    public function forget(): void
    {
        $this->known = [];
    }

    /**
     * @param non-empty-list<int> $products
     *
     * @return array<int, array<string, string>>
     */
    private function read(array $products): array
    {
        // Rows of values hang on the version of a product where content staging is installed.
        $link = $this->metadata->getMetadata(ProductInterface::class)->getLinkField();
        $connection = $this->resources->getConnection();

        $select = $connection->select()
            ->distinct()
            ->from(['child' => $this->resources->getTableName('catalog_product_entity')], ['entity_id'])
            ->join(
                ['link' => $this->resources->getTableName('catalog_product_super_link')],
                'link.product_id = child.entity_id',
                [],
            )
            ->join(
                ['made_by' => $this->resources->getTableName('catalog_product_super_attribute')],
                'made_by.product_id = link.parent_id',
                [],
            )
            ->join(['attribute' => $this->resources->getTableName('eav_attribute')], 'attribute.attribute_id = made_by.attribute_id', [
                'attribute_id',
                'attribute_code',
            ])
            ->join(
                ['value' => $this->resources->getTableName('catalog_product_entity_int')],
                "value.$link = child.$link AND value.attribute_id = made_by.attribute_id AND value.store_id = 0",
                ['value'],
            )
            ->where('child.entity_id IN (?)', $products, \Zend_Db::INT_TYPE)
            ->where('value.value IS NOT NULL');

        $ids = [];
        foreach ($connection->fetchAll($select) as $row) {
            // As Commerce names the same value in the options of the configurable product.
            $ids[(int) $row['entity_id']][$row['attribute_code']] = base64_encode("configurable/{$row['attribute_id']}/{$row['value']}");
        }

        return $ids;
    }
}
