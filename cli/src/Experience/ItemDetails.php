<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Store\Database;
use Aco\Feed;

/**
 * Image and categories of products by SKU and store view, taken from the documents that a sync sends, as Commerce's
 * feed of orders lacks them. Texts are ASCII, so that every table holds them.
 */
final class ItemDetails
{
    private const TABLE = '{aco_item_details}';
    private const COLUMNS = ['detail_id', 'data', 'modified_at'];
    /** Of a product, as the mapping sends no more. */
    private const MAX_CATEGORIES = 20;
    private const MAX_URL = 2048;
    /** With them a row is below the 64 KiB of its column, and one item does not fail the others of its page. */
    private const MAX_PATH = 512;
    private const MAX_NAME = 1024;
    private const PAGE = 100;

    public function __construct(private readonly Database $database)
    {
    }

    /** Null while nobody wants them. */
    public static function ifOn(Database $database): ?self
    {
        return (new ExperienceConfig($database))->text(ExperienceConfig::ITEM_DETAILS) === '1'
            ? new self($database)
            : null;
    }

    public function createTable(): void
    {
        $this->database->exec('CREATE TABLE IF NOT EXISTS ' . self::TABLE . ' (
            detail_id CHAR(40) NOT NULL PRIMARY KEY,
            data TEXT NOT NULL,
            modified_at VARCHAR(19) NOT NULL
        )');
    }

    /** Whether documents of the feed have details. */
    public static function isIn(Feed $feed): bool
    {
        return $feed === Feed::Products || $feed === Feed::Categories;
    }

    /**
     * Notes what documents say.
     *
     * @param iterable<array{string, int}> $documents JSON of live documents, and numbers of their items in Commerce
     */
    public function note(Feed $feed, iterable $documents): void
    {
        $rows = [];
        foreach ($documents as [$json, $number]) {
            $body = json_decode($json, true);
            $view = (string) ($body['source']['locale'] ?? '');
            [$code, $data] = $feed === Feed::Products
                ? [$body['sku'] ?? '', self::ofProduct($body)]
                : [$body['slug'] ?? '', [
                    'id' => (string) $number,
                    'name' => mb_substr($body['name'] ?? '', 0, self::MAX_NAME, 'UTF-8'),
                ]];
            $rows[] = [self::id($feed, (string) $code, $view), (string) json_encode($data), Database::now()];
        }

        if ($rows === []) {
            return;
        }

        $this->database->transaction(function () use ($rows): void {
            foreach ($this->database->statementGroups($rows) as $group) {
                $upsert = $this->database->upsert(self::TABLE, self::COLUMNS, ['detail_id'], count($group));
                $this->database->execute($upsert, array_merge(...$group));
            }
        });
    }

    /**
     * Adds image and categories to the lines of an order that have none.
     *
     * @param array<string, mixed> $order
     * @return array<string, mixed>
     */
    public function complete(array $order): array
    {
        $view = is_string($order['storeViewCode'] ?? null) ? $order['storeViewCode'] : '';
        $lines = is_array($order['items'] ?? null) ? $order['items'] : [];
        $skus = [];
        foreach ($lines as $position => $line) {
            $sku = is_array($line) ? ($line['productSku'] ?? '') ?: $line['sku'] ?? '' : '';
            if (is_string($sku) && $sku !== '') {
                $skus[$position] = self::id(Feed::Products, $sku, $view);
            }
        }

        $products = $this->find(array_values($skus));
        $categories = $this->find(array_map(
            static fn (string $path): string => self::id(Feed::Categories, $path, $view),
            array_merge([], ...array_column($products, 'paths')),
        ));
        foreach ($skus as $position => $id) {
            if (isset($products[$id])) {
                $order['items'][$position] += self::members($products[$id], $categories, $view);
            }
        }

        return $order;
    }

    /**
     * @param array<string, mixed> $body
     * @return array{image: string, paths: list<string>}
     */
    private static function ofProduct(array $body): array
    {
        $image = '';
        foreach ($body['images'] ?? [] as $one) {
            $isBase = in_array('BASE', $one['roles'] ?? [], true);
            if (strlen($one['url'] ?? '') <= self::MAX_URL && ($image === '' || $isBase)) {
                $image = $one['url'] ?? '';
            }
            if ($isBase) {
                break;
            }
        }

        return [
            'image' => $image,
            'paths' => array_slice(array_values(array_filter(
                array_column($body['routes'] ?? [], 'path'),
                static fn (string $path): bool => strlen($path) <= self::MAX_PATH,
            )), 0, self::MAX_CATEGORIES),
        ];
    }

    /**
     * @param array<string, mixed> $product
     * @param array<string, array<string, mixed>> $categories by id of their row
     * @return array<string, mixed>
     */
    private static function members(array $product, array $categories, string $view): array
    {
        $list = [];
        foreach ($product['paths'] ?? [] as $path) {
            $category = $categories[self::id(Feed::Categories, $path, $view)] ?? [];
            $list[] = array_filter([
                'id' => ($category['id'] ?? '') === '0' ? '' : $category['id'] ?? '',
                'name' => $category['name'] ?? '',
                'path' => $path,
            ], static fn (string $text): bool => $text !== '');
        }

        return array_filter([
            'categories' => $list,
            'productImageUrl' => $product['image'] ?? '',
        ]);
    }

    /**
     * @param list<string> $ids
     * @return array<string, array<string, mixed>> by id
     */
    private function find(array $ids): array
    {
        $found = [];
        foreach (array_chunk(array_values(array_unique($ids)), self::PAGE) as $some) {
            $rows = $this->database->read(fn (): array => $this->database->execute(
                'SELECT detail_id, data FROM ' . self::TABLE . ' WHERE detail_id IN ('
                . Database::placeholders(self::PAGE) . ')',
                array_pad($some, self::PAGE, null),
            )->fetchAll());
            foreach ($rows as [$id, $data]) {
                $found[$id] = (array) json_decode((string) $data, true);
            }
        }

        return $found;
    }

    private static function id(Feed $feed, string $code, string $view): string
    {
        return sha1("{$feed->value}\0$code\0$view");
    }
}
