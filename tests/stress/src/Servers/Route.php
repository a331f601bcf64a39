<?php

declare(strict_types=1);

namespace Aco\Stress\Servers;

/**
 * What an address of the API is for.
 */
final class Route
{
    private const PATHS = [
        '/v1/catalog/products' => ['products', false, 100],
        '/v1/catalog/products/delete' => ['products', true, 100],
        '/v1/catalog/products/prices' => ['prices', false, 500],
        '/v1/catalog/products/prices/delete' => ['prices', true, 500],
    ];

    private function __construct(
        public readonly string $feed,
        public readonly bool $deleted,
        public readonly int $limit,
    ) {
    }

    public static function of(string $path): ?self
    {
        $path = substr($path, (int) strpos($path, '/', 1));

        return isset(self::PATHS[$path]) ? new self(...self::PATHS[$path]) : null;
    }
}
