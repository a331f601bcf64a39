<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * The attributes of a product: the packed system attribute first, the others by code.
 */
final class ProductAttributes
{
    private const RESERVED = ['inStock' => true, 'lowStock' => true, 'weight' => true, 'weightType' => true];

    /**
     * @param array<string, mixed> $item
     * @return list<array<string, mixed>>
     */
    public static function of(array $item): array
    {
        $attributes = [self::stockAndWeight($item)];

        if (!isset($item['attributes'])) {
            return $attributes;
        }

        $source = $item['attributes'];
        if (!is_array($source) || !array_is_list($source)) {
            $source = Value::list($source, 'attributes');
        }

        $codes = [];

        foreach ($source as $i => $entry) {
            if ($entry === null) {
                continue;
            }

            $code = (is_array($entry) ? $entry : Value::array($entry, "attributes.$i"))['attributeCode'] ?? '';
            if (!is_string($code)) {
                $code = Value::text($code, "attributes.$i.attributeCode");
            }
            if ($code !== '' && !isset(self::RESERVED[$code])) {
                $codes[$i] = $code;
            }
        }

        // asort() compares bytes natively; usort() would call back for every comparison.
        if (count($codes) > 1) {
            asort($codes, SORT_STRING);
        }

        foreach ($codes as $i => $code) {
            $entry = $source[$i];
            $value = $entry['value'] ?? [];
            // Most have one text, which is taken over as it is.
            $attribute = [
                'code' => $code,
                'values' => is_array($value) && count($value) === 1 && is_string($value[0] ?? null)
                    ? $value
                    : self::values($value, $i),
            ];

            if (isset($entry['variantReferenceId']) || isset($entry['valueId'])) {
                $reference = self::variantReference($entry, $i);
                if ($reference !== null) {
                    $attribute['variantReferenceId'] = $reference;
                }
            }

            $attributes[] = $attribute;
        }

        return $attributes;
    }

    /**
     * @param array<string, mixed> $item
     * @return array{code: string, values: list<string>}
     */
    private static function stockAndWeight(array $item): array
    {
        $inStock = $item['inStock'] ?? null;
        $lowStock = $item['lowStock'] ?? null;
        $weight = $item['weight'] ?? null;
        $unit = $item['weightUnit'] ?? null;
        $packed = [
            'inStock' => is_bool($inStock) || $inStock === null ? $inStock : Value::flag($inStock, 'inStock'),
            'lowStock' => is_bool($lowStock) || $lowStock === null ? $lowStock : Value::flag($lowStock, 'lowStock'),
            'weight' => is_float($weight) && is_finite($weight) || is_int($weight) || $weight === null
                ? $weight
                : Value::number($weight, 'weight'),
            'weightType' => is_string($unit) || $unit === null ? $unit : Value::text($unit, 'weightUnit'),
        ];

        return ['code' => 'aco_ac_attributes', 'values' => [json_encode($packed, Document::JSON)]];
    }

    /**
     * @return list<string>
     */
    public static function values(mixed $source, int $i): array
    {
        if (is_bool($source)) {
            return [$source ? 'true' : 'false'];
        }
        if (!is_array($source)) {
            return [Value::text($source, "attributes.$i.value")];
        }

        $values = [];

        foreach (array_is_list($source) ? $source : array_values($source) as $n => $value) {
            if (is_string($value)) {
                $values[] = $value;
            } elseif (is_bool($value)) {
                $values[] = $value ? 'true' : 'false';
            } elseif ($value !== null) {
                $values[] = Value::text($value, "attributes.$i.value.$n");
            }
        }

        return $values;
    }

    /**
     * The explicit id, else the first option id.
     *
     * @param array<string, mixed> $entry
     */
    private static function variantReference(array $entry, int $i): ?string
    {
        if (isset($entry['variantReferenceId'])) {
            $id = $entry['variantReferenceId'];

            return is_string($id) ? $id : Value::text($id, "attributes.$i.variantReferenceId");
        }

        $id = $entry['valueId'];
        if (is_array($id)) {
            $id = $id[0] ?? self::first($id);
        }

        return is_string($id) || $id === null ? $id : Value::text($id, "attributes.$i.valueId");
    }

    /**
     * @param array<mixed> $members
     */
    private static function first(array $members): mixed
    {
        foreach ($members as $member) {
            if ($member !== null) {
                return $member;
            }
        }

        return null;
    }
}
