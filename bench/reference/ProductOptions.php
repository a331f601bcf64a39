<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * What configurations and bundles have in common, and whether a composite has something to sell.
 */
final class ProductOptions
{
    /** The type of option that a composite lives on, and the field that tells a value of it. */
    private const SOLD_BY = [
        'configurable' => ['configurable', 'id'],
        'bundle' => ['bundle', 'sku'],
        'bundle_fixed' => ['bundle', 'sku'],
        'grouped' => ['grouped', 'sku'],
    ];

    /**
     * @param array<string, mixed> $item
     */
    public static function canBeSold(array $item, string $productType): bool
    {
        [$soldBy, $key] = self::SOLD_BY[$productType] ?? [null, ''];
        if ($soldBy === null) {
            return true;
        }

        $hasValues = false;
        $lacksRequired = false;

        foreach (Value::list($item['optionsV2'] ?? [], 'optionsV2') as $i => $option) {
            if ($option === null) {
                continue;
            }

            $option = is_array($option) ? $option : Value::array($option, "optionsV2.$i");
            [$type, $values, $isRequired] = self::read($option, $i);
            if ($type === $soldBy) {
                $canBeChosen = self::canBeTold($values, $key, $i)
                    && ($soldBy !== 'configurable' || self::id($option, $i) !== '');
                $hasValues = $hasValues || $canBeChosen;
                $lacksRequired = $lacksRequired || ($type === 'bundle' && $isRequired && !$canBeChosen);
            }
        }

        return $hasValues && !$lacksRequired;
    }

    /**
     * @param list<mixed> $values
     */
    private static function canBeTold(array $values, string $key, int $i): bool
    {
        foreach ($values as $n => $value) {
            if ($value === null) {
                continue;
            }

            $value = is_array($value) ? $value : Value::array($value, "optionsV2.$i.values.$n");
            $text = $value[$key] ?? '';
            if ((is_string($text) ? $text : Value::text($text, "optionsV2.$i.values.$n.$key")) !== '') {
                return true;
            }
        }

        return false;
    }

    /**
     * The options of one type that have values which can be told, by sort order.
     *
     * @param list<mixed> $options
     * @param string $key the field that tells a value
     * @return array<int, array{array<string, mixed>, string, array<int, string>, list<mixed>}> by position: the
     *     option, its id, the keys of its values by position in sort order, all its values
     */
    public static function ofType(string $wanted, array $options, string $key): array
    {
        $found = [];
        $order = [];

        foreach ($options as $i => $option) {
            if ($option === null) {
                continue;
            }

            $option = is_array($option) ? $option : Value::array($option, "optionsV2.$i");
            [$type, $values] = self::read($option, $i);
            if ($type !== $wanted || $values === []) {
                continue;
            }

            $keys = self::keys($values, $key, $i);
            if ($keys !== []) {
                $found[$i] = [$option, self::id($option, $i), $keys, $values];
                $position = $option['sortOrder'] ?? 0;
                $order[$i] = is_int($position) || (is_string($position) && (string) (int) $position === $position)
                    ? (int) $position
                    : Value::integer($position, "optionsV2.$i.sortOrder");
            }
        }

        if (count($order) < 2) {
            return $found;
        }

        asort($order);

        return array_replace($order, $found);
    }

    /**
     * @param array<string, mixed> $option
     * @return array{string, list<mixed>, bool} type, values, whether it is required
     */
    private static function read(array $option, int $i): array
    {
        $type = $option['type'] ?? '';
        $values = $option['values'] ?? [];
        $isRequired = $option['required'] ?? false;

        return [
            is_string($type) ? $type : Value::text($type, "optionsV2.$i.type"),
            is_array($values) && array_is_list($values) ? $values : Value::list($values, "optionsV2.$i.values"),
            is_bool($isRequired) ? $isRequired : Value::flag($isRequired, "optionsV2.$i.required"),
        ];
    }

    /**
     * @param array<string, mixed> $option
     */
    private static function id(array $option, int $i): string
    {
        $id = $option['id'] ?? '';

        return is_string($id) ? $id : Value::text($id, "optionsV2.$i.id");
    }

    /**
     * @param list<mixed> $values
     * @return array<int, string>
     */
    private static function keys(array $values, string $key, int $i): array
    {
        $keys = [];
        $order = [];

        foreach ($values as $n => $value) {
            if ($value === null) {
                continue;
            }

            $value = is_array($value) ? $value : Value::array($value, "optionsV2.$i.values.$n");
            $text = $value[$key] ?? '';
            if (!is_string($text)) {
                $text = Value::text($text, "optionsV2.$i.values.$n.$key");
            }

            if ($text !== '') {
                $keys[$n] = $text;
                $position = $value['sortOrder'] ?? 0;
                $order[$n] = is_int($position) || (is_string($position) && (string) (int) $position === $position)
                    ? (int) $position
                    : Value::integer($position, "optionsV2.$i.values.$n.sortOrder");
            }
        }

        if (count($order) < 2) {
            return $keys;
        }

        asort($order);

        return array_replace($order, $keys);
    }
}
