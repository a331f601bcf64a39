<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Plugin;

use Aco\CommerceOptimizer\Model\VariantIds;
use Magento\CatalogDataExporter\Model\Provider\Product\Attributes;

/** Commerce exports the values of attributes without the ids that a configurable product names them by. */
class AddVariantIds
{
    public function __construct(private readonly VariantIds $ids)
    {
    }

    /**
     * @param array<string, array{productId: int|string, attributes: array{attributeCode: string, ...}, ...}> $rows
     *
     * @return array<string, array{productId: int|string, attributes: array{attributeCode: string, ...}, ...}>
     */
    public function afterGet(Attributes $subject, array $rows): array
    {
        $ids = $this->ids->of(array_values(
            array_unique(array_map(static fn (array $row): int => (int) $row['productId'], $rows)),
        ));
        foreach ($rows as $key => $row) {
            $id = $ids[(int) $row['productId']][$row['attributes']['attributeCode']] ?? null;
            if ($id !== null) {
                $rows[$key]['attributes']['valueId'] = [$id];
            }
        }

        return $rows;
    }
}
