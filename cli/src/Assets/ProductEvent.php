<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** A CloudEvent of Commerce about a product, or a line with its SKU. */
final class ProductEvent
{
    private const SAVED = 'com.adobe.commerce.observer.catalog_product_save_';
    private const DELETED = 'com.adobe.commerce.observer.catalog_product_delete_';
    /** Longest SKU, as the columns have it. */
    private const LONGEST_SKU = 255;

    public function __construct(
        public readonly string $sku,
        public readonly bool $deleted,
        public readonly float $time,
    ) {
    }

    /**
     * @param array<array-key, mixed> $item
     * @throws UnusableEvent
     */
    public static function of(array $item, float $now): self
    {
        $type = $item['type'] ?? null;
        $value = $type === null ? $item : $item['data']['value'] ?? $item['data'] ?? null;
        if ($type !== null && !self::starts($type, self::SAVED) && !self::starts($type, self::DELETED)) {
            throw new UnusableEvent('type is no event of a saved or deleted product');
        }
        $sku = is_array($value) ? $value['sku'] ?? null : null;
        $sku = is_int($sku) ? (string) $sku : $sku;
        if (!is_string($sku) || strlen($sku) > self::LONGEST_SKU || preg_match('/^[^\x00-\x1f\x7f]+$/Du', $sku) !== 1) {
            throw new UnusableEvent('sku must have 1 to ' . self::LONGEST_SKU . ' bytes without control characters');
        }
        $time = is_string($item['time'] ?? null) ? EventTime::parse($item['time']) : null;

        return new self($sku, self::starts($type, self::DELETED), min($time?->seconds ?? $now, $now));
    }

    private static function starts(mixed $type, string $prefix): bool
    {
        return is_string($type) && str_starts_with($type, $prefix);
    }
}
