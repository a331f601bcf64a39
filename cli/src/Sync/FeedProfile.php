<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Feed;
use Aco\Limits;

/** What the command knows of a feed: one row each. */
final class FeedProfile
{
    /** Members of the feeds' items that a delete body is made from. */
    private const IDENTITY = [
        'sku' => true,
        'code' => true,
        'source' => true,
        'attributeCode' => true,
        'urlPath' => true,
        'storeViewCode' => true,
        'websiteCode' => true,
        'customerGroupCode' => true,
        'customerGroupId' => true,
    ];

    /** Of the column source_entity_id. */
    private const MAX_NUMBER = 4294967295;

    /** @var list<list<Feed>> */
    private static array $steps = [];

    private function __construct(
        public readonly Feed $feed,
        /** Its place in the order: feeds that others refer to go first, feeds of one step side by side. */
        public readonly int $step,
        /** The member that people know an item by. */
        public readonly string $code,
        /** The member with the item's own number in Commerce. */
        public readonly string $entity,
        /** The member of bodies that contains the code; null when the price book's id contains it. */
        public readonly ?string $codeInBody,
        /** A member that every live body has, and no delete body; null: any that a delete body has not. */
        public readonly ?string $content,
        /** Whether the items of the feed belong to a website; else to a store view. */
        public readonly bool $isOfWebsite,
        /** @var list<string> the properties of Shop that its number of records is the product of; [] for none */
        public readonly array $dimensions,
        /** The property of Limits that limits its items; null when only requests are limited. */
        public readonly ?string $rate = null,
        /** @var list<Feed> whose items the service deletes along with items above them */
        public readonly array $feedsBelow = [],
        /** Whether deletions of Commerce lack the code. */
        public readonly bool $deletesWithoutCode = false,
        /** Whether its items have the shape of bodies: Commerce exports none. */
        public readonly bool $isShaped = false,
        /** Whether its items belong to layers, and need not belong to a store view. */
        public readonly bool $hasLayers = false,
    ) {
    }

    public static function of(Feed $feed): self
    {
        return match ($feed) {
            Feed::ProductAttributes => new self(
                $feed, 1, 'attributeCode', 'id', 'code', 'label', false, ['attributes', 'storeViews'],
            ),
            Feed::PriceBooks => new self(
                $feed, 2, 'websiteCode', 'customerGroupId', null, 'name', true, ['websites', 'customerGroups'],
                feedsBelow: [Feed::PriceBooks, Feed::Prices],
            ),
            Feed::Categories => new self(
                $feed, 3, 'urlPath', 'categoryId', 'slug', 'name', false, ['categories', 'storeViews'],
                feedsBelow: [Feed::Categories],
                deletesWithoutCode: true,
            ),
            Feed::Products => new self(
                $feed, 4, 'sku', 'productId', 'sku', 'name', false, ['products', 'storeViews'],
                rate: 'productsPerMinute',
            ),
            Feed::Prices => new self(
                $feed, 4, 'sku', 'productId', 'sku', 'regular', true, ['products', 'websites', 'customerGroups'],
                rate: 'pricesPerMinute',
            ),
            Feed::CategoryAttributes => new self(
                $feed, 1, 'code', 'id', 'code', 'label', false, [], isShaped: true,
            ),
            Feed::ProductLayers => new self(
                $feed, 5, 'sku', 'productId', 'sku', null, false, [],
                rate: 'productsPerMinute',
                isShaped: true,
                hasLayers: true,
            ),
        };
    }

    /** @return list<list<Feed>> the feeds in their order, those of one step together */
    public static function steps(): array
    {
        if (self::$steps === []) {
            $steps = [];
            foreach (Feed::cases() as $feed) {
                $steps[self::of($feed)->step][] = $feed;
            }
            ksort($steps);
            self::$steps = array_values($steps);
        }

        return self::$steps;
    }

    /** Items a minute that the limits allow; 0: as many as fit in the requests. */
    public function itemsPerMinute(Limits $limits): int
    {
        return $this->rate === null ? 0 : $limits->{$this->rate};
    }

    /** @return list<Feed> those that Commerce exports, or makes itself */
    public static function ofCommerce(): array
    {
        return array_values(array_filter(Feed::cases(), static fn (Feed $feed): bool => !self::of($feed)->isShaped));
    }

    /** The member that says which website or store view an item belongs to. */
    public function scope(): string
    {
        return $this->isOfWebsite ? 'websiteCode' : 'storeViewCode';
    }

    /** @return list<string> JSON paths of the code in payloads of this command and of Commerce */
    public function codePaths(): array
    {
        return ['$.' . ($this->codeInBody ?? 'priceBookId'), "$.{$this->code}"];
    }

    /** @return list<string> JSON paths of the scope in payloads of this command and of Commerce */
    public function scopePaths(): array
    {
        return $this->isOfWebsite ? ['$.priceBookId', '$.websiteCode'] : ['$.source.locale', '$.storeViewCode'];
    }

    /**
     * The item's own number in Commerce, 0 when it has none.
     *
     * @param array<string, mixed> $item
     */
    public function sourceEntityId(array $item): int
    {
        $value = $item[$this->entity] ?? 0;

        return is_numeric($value) ? (int) min(self::MAX_NUMBER, max(0, (float) $value)) : 0;
    }

    /**
     * The item, reduced to what Mapper::deletion() looks at.
     *
     * @param array<string, mixed> $item
     * @return array<string, mixed>
     */
    public static function identity(array $item): array
    {
        return array_intersect_key($item, self::IDENTITY);
    }

    /**
     * What a body or delete body says of its item.
     *
     * @param array<mixed> $body
     * @return array<string, string>
     */
    public function identityOfBody(array $body): array
    {
        $identity = $this->codeInBody === null ? [] : [$this->code => $body[$this->codeInBody] ?? null];
        if ($this->isOfWebsite) {
            $book = is_string($body['priceBookId'] ?? null) ? explode('::', $body['priceBookId'], 2) : [];
            $identity += ['websiteCode' => $book[0] ?? null, 'customerGroupCode' => $book[1] ?? null];
        } else {
            $source = is_array($body['source'] ?? null) ? $body['source'] : [];
            $identity['storeViewCode'] = $source['locale'] ?? null;
            $identity['layer'] = $this->hasLayers ? $source['layer'] ?? null : null;
        }

        return self::texts($identity);
    }

    /**
     * What an item of the feed, or what Commerce keeps of one, says of it.
     *
     * @param array<mixed> $item
     * @return array<string, string>
     */
    public function identityOfItem(array $item): array
    {
        return $this->isShaped ? $this->identityOfBody($item) : self::texts(self::identity($item));
    }

    /**
     * The least of an item with these members, which is enough for Mapper::deletion().
     *
     * @param array<string, string> $members what identityOfBody() has returned
     * @return array<string, mixed>
     */
    public function itemOf(array $members): array
    {
        return $this->isShaped
            ? [
                $this->code => $members[$this->code] ?? null,
                'source' => ['locale' => $members['storeViewCode'] ?? null, 'layer' => $members['layer'] ?? null],
            ]
            : $members;
    }

    /**
     * Whether a payload with these members is a body of this command, and not an item.
     *
     * @param array<mixed> $payload
     * @param array<string, string> $members what identityOfBody() has returned
     */
    public function isBody(array $payload, array $members): bool
    {
        // Items of Commerce have a member for their scope, bodies never do.
        return isset($members[$this->code])
            && (isset($members[$this->scope()]) || $this->hasLayers)
            && !isset($payload[$this->scope()]);
    }

    /** @param array<mixed> $body */
    public function isLive(array $body): bool
    {
        return $this->content === null
            ? array_diff_key($body, [$this->code => true, 'source' => true]) !== []
            : isset($body[$this->content]);
    }

    /**
     * @param array<mixed> $members
     * @return array<string, string> those with a text
     */
    private static function texts(array $members): array
    {
        return array_map('strval', array_filter(
            $members,
            static fn (mixed $value): bool => (is_string($value) && $value !== '') || is_int($value),
        ));
    }
}
