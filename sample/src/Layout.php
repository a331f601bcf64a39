<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * What stands where: products come in blocks of 40 with a fixed plan, so that any product, its parents and its parts
 * are known from its index alone and nothing has to be kept in memory.
 */
final class Layout
{
    public const BLOCK = 40;

    /** Position of a composite => positions of its parts. */
    private const PARTS = [
        12 => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
        18 => [13, 14, 15, 16, 17],
        34 => [19, 20, 21],
        35 => [22, 23, 24, 25, 26, 27, 28],
        36 => [19, 22, 29, 23, 30],
    ];

    private const TYPES = [
        12 => 'configurable',
        18 => 'configurable',
        32 => 'virtual',
        33 => 'downloadable',
        34 => 'grouped',
        35 => 'bundle',
        36 => 'bundle_fixed',
    ];

    private const GOODS = [
        32 => 'virtual',
        33 => 'download',
        34 => 'set',
        35 => 'set',
        36 => 'set',
        38 => 'sample',
    ];

    /** Composites that have nothing to sell take turns at the last position. */
    private const EMPTY = ['configurable', 'bundle', 'grouped', 'simple'];

    public static function type(int $index): string
    {
        $position = $index % self::BLOCK;
        if ($position === self::BLOCK - 1) {
            return self::EMPTY[intdiv($index, self::BLOCK) % 4];
        }

        return self::TYPES[$position] ?? 'simple';
    }

    public static function isWithoutParts(int $index): bool
    {
        return $index % self::BLOCK === self::BLOCK - 1 && self::type($index) !== 'simple';
    }

    /**
     * @return string group of Goods
     */
    public static function goods(int $index): string
    {
        $position = $index % self::BLOCK;

        return match (true) {
            $position <= 12 => 'coloured',
            $position <= 18 => 'sized',
            self::isWithoutParts($index) => 'set',
            default => self::GOODS[$position] ?? 'plain',
        };
    }

    /**
     * @return int|null index of the configurable product a variant belongs to
     */
    public static function configurable(int $index): ?int
    {
        $position = $index % self::BLOCK;

        return match (true) {
            $position < 12 => $index - $position + 12,
            $position > 12 && $position < 18 => $index - $position + 18,
            default => null,
        };
    }

    /**
     * @return list<int> indexes
     */
    public static function parts(int $index): array
    {
        $position = $index % self::BLOCK;
        $parts = [];
        foreach (self::PARTS[$position] ?? [] as $part) {
            $parts[] = $index - $position + $part;
        }

        return $parts;
    }

    /**
     * @return list<int> indexes
     */
    public static function parents(int $index): array
    {
        $position = $index % self::BLOCK;
        $parents = [];
        foreach (self::PARTS as $parent => $parts) {
            if (in_array($position, $parts, true)) {
                $parents[] = $index - $position + $parent;
            }
        }

        return $parents;
    }
}
