<?php

declare(strict_types=1);

namespace Aco\Cli;

use Aco\Feed;

/** How people and other programs name feeds: "productattributes" and "product-attributes" are productAttributes. */
final class FeedName
{
    /** The feed of that name, or of that indexer of Commerce. */
    public static function find(string $name): ?Feed
    {
        foreach (Feed::cases() as $feed) {
            $names = array_filter([self::plain($feed->value), self::plain($feed->indexer())]);
            if (in_array(self::plain($name), $names, true)) {
                return $feed;
            }
        }

        return null;
    }

    public static function feed(string $name): Feed
    {
        return self::find($name) ?? throw new CommandFailure(
            "There is no feed \"$name\": the feeds are " . implode(', ', self::all()) . '.'
        );
    }

    /** @return list<string> */
    public static function all(): array
    {
        return array_column(Feed::cases(), 'value');
    }

    private static function plain(string $name): string
    {
        return strtolower(strtr($name, ['-' => '', '_' => '']));
    }
}
