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
            $group = $option['label'] ?? '';
            if (!is_string($group)) {
                $group = Value::text($group, "optionsV2.$i.label");
            }
            if ($group === '') {
                $group = $id;
            }

            $renderType = $option['renderType'] ?? null;
            if (!is_string($renderType) && $renderType !== null) {
                $renderType = Value::text($renderType, "optionsV2.$i.renderType");
            }

            if ($group === '') {
                throw new MappingFailure('is missing, and so is the id', "optionsV2.$i.label");
            }

            $bundle = ['group' => $group];

            if (isset($option['required'])) {
                $required = $option['required'];
                $bundle['required'] = is_bool($required) ? $required : Value::flag($required, "optionsV2.$i.required");
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
            $qty = $source['qty'];
            $item['qty'] = is_int($qty) ? $qty : Value::number($qty, "optionsV2.$i.values.$n.qty");
        }
        if (isset($source['qtyMutability'])) {
            $isMutable = $source['qtyMutability'];
            $item['userDefinedQty'] = is_bool($isMutable)
                ? $isMutable
                : Value::flag($isMutable, "optionsV2.$i.values.$n.qtyMutability");
        }

        return $item;
    }
}
