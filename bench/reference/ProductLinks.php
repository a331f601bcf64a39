<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * The links of a product, then those to its parents, each by type and SKU.
 */
final class ProductLinks
{
    private const PARENTS = [
        'CONFIGURABLE' => 'VARIANT_OF',
        'BUNDLE' => 'IN_BUNDLE',
        'BUNDLE_FIXED' => 'IN_BUNDLE',
    ];

    /**
     * @param array<string, mixed> $item
     * @return list<array{type: string, sku: string}>
     */
    public static function of(array $item): array
    {
        $links = [];

        if (isset($item['links'])) {
            [$types, $skus] = self::sorted($item['links'], 'links', 'type');
            foreach ($types as $i => $type) {
                $links[] = ['type' => $type, 'sku' => $skus[$i]];
            }
        }

        if (isset($item['parents'])) {
            [$types, $skus] = self::sorted($item['parents'], 'parents', 'productType');
            foreach ($types as $i => $type) {
                if (isset(self::PARENTS[$type])) {
                    $links[] = ['type' => self::PARENTS[$type], 'sku' => $skus[$i]];
                }
            }
        }

        return $links;
    }

    /**
     * @return array{list<string>, list<string>} upper-case types, SKUs
     */
    private static function sorted(mixed $source, string $field, string $typeField): array
    {
        $types = [];
        $skus = [];

        if (!is_array($source) || !array_is_list($source)) {
            $source = Value::list($source, $field);
        }

        foreach ($source as $i => $entry) {
            if ($entry === null) {
                continue;
            }

            $entry = is_array($entry) ? $entry : Value::array($entry, "$field.$i");
            $type = $entry[$typeField] ?? '';
            if (!is_string($type)) {
                $type = Value::text($type, "$field.$i.$typeField");
            }

            $sku = $entry['sku'] ?? '';
            if (!is_string($sku)) {
                $sku = Value::text($sku, "$field.$i.sku");
            }

            if ($type !== '' && $sku !== '') {
                $types[] = strtoupper($type);
                $skus[] = $sku;
            }
        }

        if (count($types) > 1) {
            array_multisort($types, SORT_STRING, $skus, SORT_STRING);
        }

        return [$types, $skus];
    }
}
