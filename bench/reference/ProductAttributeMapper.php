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

    private const FLAGS = ['filterable', 'sortable', 'searchable'];

    public function __construct(private readonly ?Scopes $scopes = null)
    {
    }

    public function map(array $item): ?Document
    {
        $code = $item['attributeCode'] ?? null;
        if (!is_string($code) || $code === '') {
            $code = Value::required($code, 'attributeCode');
        }

        $storeView = $item['storeViewCode'] ?? null;
        if (!is_string($storeView) || $storeView === '') {
            $storeView = Value::required($storeView, 'storeViewCode');
        }

        $identity = "$code\0$storeView";
        $body = ['code' => $code, 'source' => ['locale' => $storeView]];
        $deleted = $item['deleted'] ?? false;
        if (!is_bool($deleted)) {
            $deleted = Value::flag($deleted, 'deleted');
        }
        if ($deleted || $this->scopes?->isStoreViewDisabled($storeView)) {
            return new Document('productAttributes', $identity, $body, true);
        }

        $label = $item['label'] ?? '';
        if (!is_string($label)) {
            $label = Value::text($label, 'label');
        }

        $type = $item['dataType'] ?? '';
        $input = $item['frontendInput'] ?? '';
        $body['label'] = $label !== '' ? $label : $code;
        $body['dataType'] = self::dataType(
            is_string($type) ? $type : Value::text($type, 'dataType'),
            is_string($input) ? $input : Value::text($input, 'frontendInput'),
        );

        $visibleIn = [];

        foreach (self::PLACES as $field => $place) {
            $isVisible = $item[$field] ?? false;
            if (is_bool($isVisible) ? $isVisible : Value::flag($isVisible, $field)) {
                $visibleIn[] = $place;
            }
        }

        $body['visibleIn'] = $visibleIn;

        foreach (self::FLAGS as $field) {
            if (isset($item[$field])) {
                $flag = $item[$field];
                $body[$field] = is_bool($flag) ? $flag : Value::flag($flag, $field);
            }
        }

        if (isset($item['searchWeight'])) {
            $weight = $item['searchWeight'];
            $body['searchWeight'] = is_int($weight) ? $weight : Value::number($weight, 'searchWeight');
        }

        if (isset($item['searchTypes']) && ($searchTypes = self::searchTypes($item['searchTypes'])) !== []) {
            $body['searchTypes'] = $searchTypes;
        }

        return new Document('productAttributes', $identity, $body, false);
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
                $types[] = is_string($type) ? $type : Value::text($type, "searchTypes.$i");
            }
        }

        return $types;
    }
}
