<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * What a bundle is put together from.
 */
final class Bundles
{
    /**
     * @param list<mixed> $options
     * @return list<array<string, mixed>>
     */
    public static function of(array $options): array
    {
        $bundles = [];

        foreach (ProductOptions::ofType('bundle', $options, 'sku') as $i => [$option, $id, $skus, $values]) {
            $group = isset($option['label']) ? Value::text($option['label'], "optionsV2.$i.label") : '';
            if ($group === '') {
                $group = $id;
            }

            $renderType = isset($option['renderType'])
                ? Value::text($option['renderType'], "optionsV2.$i.renderType")
                : null;

            if ($group === '') {
                throw new MappingFailure('is missing, and so is the id', "optionsV2.$i.label");
            }

            $bundle = ['group' => $group];

            if (isset($option['required'])) {
                $bundle['required'] = Value::flag($option['required'], "optionsV2.$i.required");
            }
            if ($renderType !== null) {
                $bundle['multiSelect'] = $renderType === 'checkbox' || $renderType === 'multi';
            }

            $defaults = self::defaults($skus, $values, $i);
            if ($defaults !== []) {
                $bundle['defaultItemSkus'] = $defaults;
            }

            foreach ($skus as $n => $sku) {
                $bundle['items'][] = self::item($sku, $values[$n], $i, $n);
            }

            $bundles[] = $bundle;
        }

        return $bundles;
    }

    /**
     * @param array<int, string> $skus
     * @param list<mixed> $values
     * @return list<string>
     */
    private static function defaults(array $skus, array $values, int $i): array
    {
        $defaults = [];
        foreach ($skus as $n => $sku) {
            $isDefault = $values[$n]['isDefault'] ?? false;
            if ($isDefault !== false && Value::flag($isDefault, "optionsV2.$i.values.$n.isDefault")) {
                $defaults[] = $sku;
            }
        }

        return $defaults;
    }

    /**
     * @param array<string, mixed> $source
     * @return array<string, mixed>
     */
    private static function item(string $sku, array $source, int $i, int $n): array
    {
        $item = ['sku' => $sku];
        if (isset($source['qty'])) {
            $item['qty'] = Value::number($source['qty'], "optionsV2.$i.values.$n.qty");
        }
        if (isset($source['qtyMutability'])) {
            $item['userDefinedQty']
                = Value::flag($source['qtyMutability'], "optionsV2.$i.values.$n.qtyMutability");
        }

        return $item;
    }
}
