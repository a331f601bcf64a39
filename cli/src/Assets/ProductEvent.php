<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** A CloudEvent of Commerce about a product, or a line with its SKU. */
final class ProductEvent
{
    public const TYPE_PREFIX = 'com.adobe.commerce.observer.catalog_product_';
    private const SAVED = self::TYPE_PREFIX . 'save_';
    private const DELETED = self::TYPE_PREFIX . 'delete_';
    /** Longest SKU, as the columns have it. */
    private const MAX_SKU_LENGTH = 255;
    private const MAX_DATA = 1 << 20;
    /** As deep as ExternalMatcher passes it on. */
    private const DEEPEST_DATA = 64;

    /** @param ?string $data JSON that an external matcher gets beside the SKU */
    public function __construct(
        public readonly string $sku,
        public readonly bool $deleted,
        public readonly float $time,
        public readonly ?string $data,
    ) {
    }

    /**
     * @param array<array-key, mixed> $item
     * @param bool $withData whether an external matcher is asked
     * @throws UnusableEvent
     */
    public static function of(array $item, float $now, bool $withData): self
    {
        $type = $item['type'] ?? null;
        $value = $type === null ? $item : $item['data']['value'] ?? $item['data'] ?? null;

        if ($type !== null && !self::starts($type, self::SAVED) && !self::starts($type, self::DELETED)) {
            throw new UnusableEvent('type is not that of a saved or deleted product');
        }

        $sku = is_array($value) ? $value['sku'] ?? null : null;
        $sku = is_int($sku) ? (string) $sku : $sku;
        $isValid = is_string($sku) && strlen($sku) <= self::MAX_SKU_LENGTH
            && preg_match('/^[^\x00-\x1f\x7f]+$/Du', $sku) === 1;
        if (!$isValid) {
            throw new UnusableEvent('sku must have 1 to ' . self::MAX_SKU_LENGTH . ' bytes without control characters');
        }

        $time = is_string($item['time'] ?? null) ? EventTime::parse($item['time']) : null;

        return new self(
            $sku,
            self::starts($type, self::DELETED),
            min($time?->seconds ?? $now, $now),
            $withData ? self::data($type === null ? $item : $item['data']) : null,
        );
    }

    /** @param array<array-key, mixed> $data */
    private static function data(array $data): string
    {
        $json = json_encode(
            AssetProperties::writable($data),
            JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE,
            self::DEEPEST_DATA,
        );

        if ($json === false) {
            throw new UnusableEvent('data has more than ' . self::DEEPEST_DATA . ' levels');
        }
        if (strlen($json) > self::MAX_DATA) {
            throw new UnusableEvent('data is larger than ' . (self::MAX_DATA >> 20) . ' MiB');
        }

        return $json;
    }

    private static function starts(mixed $type, string $prefix): bool
    {
        return is_string($type) && str_starts_with($type, $prefix);
    }
}
