<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model;

use Magento\DataExporter\Config\Config as FrameworkSchema;
use Magento\Framework\Config\DataInterface;

/**
 * The schema of exported feeds without the fields that no body has, which saves their collecting. Names of scopes and
 * ids stay, as other collectors look theirs up by them. A record is filtered once: the framework asks for it with each
 * value that it converts.
 */
class ExportSchema extends FrameworkSchema
{
    private const UNUSED = [
        'Product' => [
            'storeCode', 'image', 'smallImage', 'thumbnail', 'swatchImage', 'taxClassId', 'createdAt', 'currency',
            'displayable', 'buyable',
            'media_gallery', 'url', 'urlRewrites', 'priceView', 'weightType', 'linksPurchasedSeparately',
            'shopperInputOptions', 'samples',
            'videos', 'variants',
        ],
        'Category' => [
            'displayMode', 'level', 'path', 'parentId', 'children', 'defaultSortBy', 'createdAt', 'urlKey', 'isAnchor',
        ],
        'ProductAttributeMetadata' => [
            'attributeType', 'multi', 'required', 'unique', 'global', 'filterableInSearch', 'usedForRules',
        ],
    ];

    /** @var array<string, array{field: array<string, array{type: string, ...}>, ...}> by name */
    private array $records = [];

    public function __construct(DataInterface $data, private readonly Config $config)
    {
        parent::__construct($data);
    }

    /** @return array{field: array<string, array{type: string, ...}>, ...} */
    public function get(string $profileName): array
    {
        return $this->records[$profileName] ??= $this->withoutUnused($profileName, parent::get($profileName));
    }

    /**
     * @param array{field: array<string, array{type: string, ...}>, ...} $record
     *
     * @return array{field: array<string, array{type: string, ...}>, ...}
     */
    private function withoutUnused(string $name, array $record): array
    {
        if (isset(self::UNUSED[$name]) && !$this->config->exportsUnusedFields()) {
            $record['field'] = array_diff_key($record['field'], array_flip(self::UNUSED[$name]));
        }

        return $record;
    }
}
