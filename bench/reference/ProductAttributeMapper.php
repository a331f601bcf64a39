<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

final class ProductAttributeMapper implements Mapper
{
    private const PLACES = [
        'visible' => 'PRODUCT_DETAIL',
        'visibleInSearch' => 'SEARCH_RESULTS',
        'visibleInListing' => 'PRODUCT_LISTING',
        'visibleInCompareList' => 'PRODUCT_COMPARE',
    ];

    public function __construct(private readonly ?Scopes $scopes = null)
    {
    }

    public function map(array $item): ?Document
    {
        $code = Value::required($item['attributeCode'] ?? null, 'attributeCode');
        $storeView = Value::required($item['storeViewCode'] ?? null, 'storeViewCode');

        $identity = "$code\0$storeView";
        $body = ['code' => $code, 'source' => ['locale' => $storeView]];
        $deleted = isset($item['deleted']) && Value::flag($item['deleted'], 'deleted');
        if ($deleted || $this->scopes?->isStoreViewDisabled($storeView)) {
            return Document::of('productAttributes', $identity, $body, true);
        }

        $label = isset($item['label']) ? Value::text($item['label'], 'label') : '';
        $body['label'] = $label !== '' ? $label : $code;
        $body['dataType'] = self::dataType(
            isset($item['dataType']) ? Value::text($item['dataType'], 'dataType') : '',
            isset($item['frontendInput']) ? Value::text($item['frontendInput'], 'frontendInput') : '',
        );

        $visibleIn = [];

        foreach (self::PLACES as $field => $place) {
            if (isset($item[$field]) && Value::flag($item[$field], $field)) {
                $visibleIn[] = $place;
            }
        }

        $body['visibleIn'] = $visibleIn;

        if (isset($item['filterable'])) {
            $body['filterable'] = Value::flag($item['filterable'], 'filterable');
        }
        if (isset($item['sortable'])) {
            $body['sortable'] = Value::flag($item['sortable'], 'sortable');
        }
        if (isset($item['searchable'])) {
            $body['searchable'] = Value::flag($item['searchable'], 'searchable');
        }
        if (isset($item['searchWeight'])) {
            $body['searchWeight'] = Value::number($item['searchWeight'], 'searchWeight');
        }
        if (isset($item['searchTypes']) && ($searchTypes = self::searchTypes($item['searchTypes'])) !== []) {
            $body['searchTypes'] = $searchTypes;
        }

        return Document::of('productAttributes', $identity, $body, false);
    }

    private static function dataType(string $backend, string $input): string
    {
        return match ($backend) {
            'int' => match ($input) {
                'boolean' => 'BOOLEAN',
                'text', 'select' => 'TEXT',
                default => 'INTEGER',
            },
            'decimal' => 'DECIMAL',
            'OBJECT' => 'OBJECT',
            default => 'TEXT',
        };
    }

    /**
     * @return list<string>
     */
    private static function searchTypes(mixed $source): array
    {
        $types = [];
        foreach (Value::list($source, 'searchTypes') as $i => $type) {
            if ($type !== null) {
                $types[] = Value::text($type, "searchTypes.$i");
            }
        }

        return $types;
    }
}
