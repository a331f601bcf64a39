<?php

declare(strict_types=1);

namespace Aco\Stress\Soak;

/**
 * Bodies of requests as the server sees them.
 */
final class Wire
{
    private const OBJECT = '~\{(?:[^{}"]++|"(?:[^"\\\\]++|\\\\.)*+"|(?R))*+\}~s';

    /**
     * The texts of the items of a body, byte for byte.
     *
     * @return list<string>|null null when the body is not a list of objects and nothing else
     */
    public static function items(string $body): ?array
    {
        preg_match_all(self::OBJECT, $body, $found);
        $items = $found[0] ?? [];

        return $items !== [] && '[' . implode(',', $items) . ']' === $body ? $items : null;
    }

    /**
     * What an item is about: "products|sku|locale" or "prices|sku|price book".
     *
     * @param array<string, mixed> $item
     */
    public static function key(string $feed, array $item): string
    {
        return "$feed|$item[sku]|" . ($item['priceBookId'] ?? $item['source']['locale'] ?? '');
    }

    /**
     * What is the matter with an item.
     *
     * @param array<string, mixed> $item
     */
    public static function nature(array $item): Nature
    {
        $word = strtok($item['name'] ?? $item['discounts'][0]['code'] ?? $item['sku'], ' -');

        return Nature::tryFrom((string) $word) ?? Nature::Good;
    }

    /** What the server says of an item that it rejects. */
    public static function message(string $key, Nature $nature): string
    {
        return $nature === Nature::Poison ? "$key cannot be read" : "$key is refused";
    }
}
