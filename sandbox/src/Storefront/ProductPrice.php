<?php

declare(strict_types=1);

namespace Aco\Sandbox\Storefront;

use Aco\Sandbox\Catalog\EntityKey;
use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Catalog\Json;
use Aco\Sandbox\Catalog\Store;

/** The price of a product in a price book; a book without one has that of the book above it. */
final class ProductPrice
{
    private const MAX_LEVELS = 3;
    private const DEFAULT_CURRENCY = 'USD';

    public function __construct(private readonly Store $store)
    {
    }

    /** @return ?array<string, mixed> as type ProductViewPrice has it; null without a price */
    public function of(string $sku, string $book): ?array
    {
        $price = null;
        $currency = self::DEFAULT_CURRENCY;
        for ($level = 0; $level < self::MAX_LEVELS && $book !== ''; $level++) {
            $body = $price === null ? $this->store->shown->find(EntityKind::Prices, $sku, $book)[0] : null;
            $price ??= $body === null ? null : Json::decode($body);

            $entity = $this->store->find(EntityKind::PriceBooks, new EntityKey($book));
            $members = $entity === null ? new \stdClass() : Json::decode($entity);
            $currency = $members->currency ?? $currency;
            $book = $members->parentId ?? '';
        }

        return $price === null ? null : [
            'regular' => ['amount' => ['value' => (float) $price->regular, 'currency' => $currency]],
            'final' => ['amount' => ['value' => self::final($price), 'currency' => $currency]],
            'roles' => ['visible'],
        ];
    }

    private static function final(\stdClass $price): float
    {
        $final = (float) $price->regular;
        foreach ($price->discounts ?? [] as $discount) {
            $final = min($final, (float) ($discount->price ?? $price->regular * (1 - $discount->percentage / 100)));
        }

        return round($final, 4);
    }
}
