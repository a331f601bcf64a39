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

        $source = Value::list($item['attributes'], 'attributes');
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
        asort($codes, SORT_STRING);

        foreach ($codes as $i => $code) {
            $entry = $source[$i];
            $attribute = ['code' => $code, 'values' => isset($entry['value']) ? self::values($entry['value'], $i) : []];
            $reference = self::variantReference($entry, $i);
            if ($reference !== null) {
                $attribute['variantReferenceId'] = $reference;
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
        $packed = [
            'inStock' => isset($item['inStock']) ? Value::flag($item['inStock'], 'inStock') : null,
            'lowStock' => isset($item['lowStock']) ? Value::flag($item['lowStock'], 'lowStock') : null,
            'weight' => isset($item['weight']) ? Value::number($item['weight'], 'weight') : null,
            'weightType' => isset($item['weightUnit']) ? Value::text($item['weightUnit'], 'weightUnit') : null,
        ];

        return ['code' => 'aco_ac_attributes', 'values' => [Document::encode($packed)]];
    }

    /**
     * @return list<string>
     */
    private static function values(mixed $source, int $i): array
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
            return Value::text($entry['variantReferenceId'], "attributes.$i.variantReferenceId");
        }
        $id = $entry['valueId'] ?? null;
        if (is_array($id)) {
            $id = self::first($id);
        }

        return $id === null ? null : Value::text($id, "attributes.$i.valueId");
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
