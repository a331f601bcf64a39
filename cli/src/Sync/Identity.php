<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Feed;

/** Which members identify an item, in the feed and in the API. */
final class Identity
{
    /** Members of the feeds' items that a delete body is made from. */
    private const ITEM_MEMBERS = [
        'sku' => true,
        'attributeCode' => true,
        'urlPath' => true,
        'storeViewCode' => true,
        'websiteCode' => true,
        'customerGroupCode' => true,
        'customerGroupId' => true,
    ];

    /** Of the column source_entity_id. */
    private const HIGHEST_NUMBER = 4294967295;

    /**
     * The item, reduced and marked as deleted: maps to the delete body under the same id.
     *
     * @param array<string, mixed> $item
     * @return array<string, mixed>
     */
    public static function deletedItem(array $item): array
    {
        return array_intersect_key($item, self::ITEM_MEMBERS) + ['deleted' => true];
    }

    /** The member that people call an item of the feed by. */
    public static function codeMember(Feed $feed): string
    {
        return match ($feed) {
            Feed::Products, Feed::Prices => 'sku',
            Feed::ProductAttributes => 'attributeCode',
            Feed::Categories => 'urlPath',
            Feed::PriceBooks => 'websiteCode',
        };
    }

    /** The member with the item's own number in Commerce. */
    public static function entityMember(Feed $feed): string
    {
        return match ($feed) {
            Feed::Products, Feed::Prices => 'productId',
            Feed::ProductAttributes => 'id',
            Feed::Categories => 'categoryId',
            Feed::PriceBooks => 'customerGroupId',
        };
    }

    /** Whether the items of the feed belong to a website; else to a store view. */
    public static function isOfWebsite(Feed $feed): bool
    {
        return $feed === Feed::Prices || $feed === Feed::PriceBooks;
    }

    /**
     * The item's own number in Commerce, 0 when it has none.
     *
     * @param array<string, mixed> $item
     */
    public static function sourceEntityId(Feed $feed, array $item): int
    {
        $value = $item[self::entityMember($feed)] ?? 0;

        return is_numeric($value) ? min(self::HIGHEST_NUMBER, max(0, (int) $value)) : 0;
    }

    /**
     * The delete body that is part of a live body.
     *
     * @param array<string, mixed> $body
     */
    public static function deleteBody(Feed $feed, array $body): string
    {
        return json_encode(
            array_intersect_key($body, array_fill_keys(match ($feed) {
                Feed::Products => ['sku', 'source'],
                Feed::ProductAttributes => ['code', 'source'],
                Feed::Categories => ['slug', 'source'],
                Feed::Prices => ['sku', 'priceBookId'],
                Feed::PriceBooks => ['priceBookId'],
            }, true)),
            JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR,
        );
    }

    /** What people call the item of a live or delete body by: see codeMember(). */
    public static function code(Feed $feed, string $body): string
    {
        $body = json_decode($body, true);

        return (string) (match ($feed) {
            Feed::Products, Feed::Prices => $body['sku'] ?? '',
            Feed::ProductAttributes => $body['code'] ?? '',
            Feed::Categories => $body['slug'] ?? '',
            Feed::PriceBooks => explode('::', $body['priceBookId'] ?? '', 2)[0],
        });
    }

    /** How an item is named to people, e.g. `24-MB01 / default`; works on live and delete bodies. */
    public static function label(Feed $feed, string $body): string
    {
        $body = json_decode($body, true);
        $locale = $body['source']['locale'] ?? '';

        return implode(' / ', array_filter(match ($feed) {
            Feed::Products => [$body['sku'] ?? '', $locale],
            Feed::ProductAttributes => [$body['code'] ?? '', $locale],
            Feed::Categories => [$body['slug'] ?? '', $locale],
            Feed::Prices => [$body['sku'] ?? '', $body['priceBookId'] ?? ''],
            Feed::PriceBooks => [$body['priceBookId'] ?? ''],
        }, static fn (string $part): bool => $part !== ''));
    }
}
