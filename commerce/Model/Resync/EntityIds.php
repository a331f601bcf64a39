<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Resync;

use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\Framework\App\ResourceConnection;
use Magento\Framework\Exception\LocalizedException;

/** Finds the entities that an operator names by SKU or code. */
class EntityIds
{
    private const CHUNK = 500;

    /** The column that names an entity, by source table. */
    private const NAMES = ['catalog_product_entity' => 'sku', 'eav_attribute' => 'attribute_code'];

    public function __construct(private readonly ResourceConnection $resources)
    {
    }

    /**
     * @param list<string> $names
     *
     * @return list<int>
     *
     * @throws LocalizedException when the feed has no such names, or one is not known
     */
    public function find(FeedIndexMetadata $metadata, array $names, string $type): array
    {
        $column = self::NAMES[$metadata->getSourceTableName()]
            ?? throw new LocalizedException(__('--by-ids is not for the feed %1.', $metadata->getFeedName()));
        if ($type === 'productId') {
            // Also those that are gone: their deletion is sent again.
            return array_map(
                static fn (string $id): int => ctype_digit($id)
                    ? (int) $id
                    : throw new LocalizedException(__('"%1" is no id.', $id)),
                $names,
            );
        }

        $ids = [];
        foreach (array_chunk($names, self::CHUNK) as $chunk) {
            $select = $this->resources->getConnection()->select()
                ->from($this->resources->getTableName($metadata->getSourceTableName()), [
                    $column,
                    $metadata->getSourceTableField(),
                ])
                ->where("$column IN (?)", $chunk);
            foreach ($this->resources->getConnection()->fetchAll($select) as $row) {
                $ids[mb_strtolower((string) $row[$column])][] = (int) $row[$metadata->getSourceTableField()];
            }
        }
        $unknown = array_filter($names, static fn (string $name): bool => !isset($ids[mb_strtolower($name)]));
        if ($unknown !== []) {
            throw new LocalizedException(__('Not found: %1.', implode(', ', $unknown)));
        }

        return array_merge(...array_values($ids));
    }
}
