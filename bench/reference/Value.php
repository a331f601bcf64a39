<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * Reads values that are there, whatever they are. The path is where they are, for messages.
 */
final class Value
{
    /**
     * A string, or a number in its shortest form.
     */
    public static function text(mixed $value, string $path): string
    {
        if (is_string($value)) {
            return $value;
        }
        if (is_int($value)) {
            return (string) $value;
        }
        if (!is_float($value)) {
            throw new MappingFailure('must be a string, ' . get_debug_type($value) . ' given', $path);
        }
        if (!is_finite($value)) {
            throw new MappingFailure('must be a finite number', $path);
        }

        // (string) would round to the setting "precision".
        return json_encode($value, JSON_THROW_ON_ERROR);
    }

    /**
     * As text(), but null and "" are errors.
     */
    public static function required(mixed $value, string $path): string
    {
        if ($value === null) {
            throw new MappingFailure('is missing', $path);
        }
        $text = is_string($value) ? $value : self::text($value, $path);

        return $text !== '' ? $text : throw new MappingFailure('is empty', $path);
    }

    /**
     * A boolean, a number that is 0 or not, "0" or "1".
     */
    public static function flag(mixed $value, string $path): bool
    {
        return match (true) {
            is_bool($value) => $value,
            is_int($value), is_float($value) && is_finite($value), $value === '0', $value === '1' => (bool) $value,
            default => throw new MappingFailure('must be a boolean, 0 or 1', $path),
        };
    }

    /**
     * A finite number or its text.
     */
    public static function number(mixed $value, string $path): int|float
    {
        if (is_string($value) && is_numeric($value)) {
            $value += 0;
        }
        if (is_int($value) || (is_float($value) && is_finite($value))) {
            return $value;
        }
        throw new MappingFailure('must be a finite number', $path);
    }

    /**
     * An integer, an integral float or the text of either.
     */
    public static function integer(mixed $value, string $path): int
    {
        if (is_int($value)) {
            return $value;
        }
        $number = self::number($value, $path);
        if (is_float($number) && (floor($number) !== $number || $number < -2 ** 63 || $number >= 2 ** 63)) {
            throw new MappingFailure('must be an integer of 64 bits', $path);
        }

        return (int) $number;
    }

    /**
     * @return array<mixed>
     */
    public static function array(mixed $value, string $path): array
    {
        return is_array($value)
            ? $value
            : throw new MappingFailure('must be an array, ' . get_debug_type($value) . ' given', $path);
    }

    /**
     * An array whose keys say nothing, so that positions can be told.
     *
     * @return list<mixed>
     */
    public static function list(mixed $value, string $path): array
    {
        $list = is_array($value) ? $value : self::array($value, $path);

        return array_is_list($list) ? $list : array_values($list);
    }
}
