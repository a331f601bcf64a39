<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * What can be chosen on a configurable product.
 */
final class Configurations
{
    /**
     * @param list<mixed> $options
     * @return list<array<string, mixed>>
     */
    public static function of(array $options): array
    {
        $configurations = [];

        foreach (ProductOptions::ofType('configurable', $options, 'id') as $i => [$option, $id, $references, $values]) {
            if ($id === '') {
                continue;
            }

            $swatch = $option['swatchType'] ?? '';
            if (!is_string($swatch)) {
                $swatch = Value::text($swatch, "optionsV2.$i.swatchType");
            }

            $configuration = ['attributeCode' => $id];

            if (isset($option['label'])) {
                $label = $option['label'];
                $configuration['label'] = is_string($label) ? $label : Value::text($label, "optionsV2.$i.label");
            }

            $configuration['type'] = $swatch !== '' ? 'SWATCH' : 'CONFIGURABLE';
            $default = self::default($references, $values, $i);
            if ($default !== null) {
                $configuration['defaultVariantReferenceId'] = $default;
            }

            foreach ($references as $n => $reference) {
                $configuration['values'][] = self::value($reference, $values[$n], $i, $n);
            }

            $configurations[] = $configuration;
        }

        return $configurations;
    }

    /**
     * @param array<int, string> $references
     * @param list<mixed> $values
     */
    private static function default(array $references, array $values, int $i): ?string
    {
        foreach ($references as $n => $reference) {
            $isDefault = $values[$n]['isDefault'] ?? false;
            if ($isDefault !== false && Value::flag($isDefault, "optionsV2.$i.values.$n.isDefault")) {
                return $reference;
            }
        }

        return null;
    }

    /**
     * @param array<string, mixed> $source
     * @return array<string, string>
     */
    private static function value(string $reference, array $source, int $i, int $n): array
    {
        $value = ['variantReferenceId' => $reference];
        foreach (['label', 'colorHex', 'imageUrl'] as $field) {
            if (isset($source[$field])) {
                $text = $source[$field];
                $value[$field] = is_string($text) ? $text : Value::text($text, "optionsV2.$i.values.$n.$field");
            }
        }

        return $value;
    }
}
