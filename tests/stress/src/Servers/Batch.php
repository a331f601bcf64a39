<?php

declare(strict_types=1);

namespace Aco\Stress\Servers;

use Aco\Stress\Soak\Nature;
use Aco\Stress\Soak\Wire;

/**
 * The items of a request.
 */
final class Batch
{
    /**
     * @param list<string> $texts as they were sent
     * @param list<array<string, mixed>> $items the same, decoded
     * @param list<string> $keys what they are about
     */
    private function __construct(
        public readonly Route $route,
        public readonly int $bytes,
        public readonly array $texts,
        public readonly array $items,
        public readonly array $keys,
    ) {
    }

    public static function of(Route $route, string $body): ?self
    {
        $texts = Wire::items($body);
        if ($texts === null) {
            return null;
        }
        $items = array_map(static fn (string $text): mixed => json_decode($text, true), $texts);
        if (in_array(null, $items, true)) {
            return null;
        }
        $keys = array_map(static fn (array $item): string => Wire::key($route->feed, $item), $items);

        return new self($route, strlen($body), $texts, $items, $keys);
    }

    /**
     * @return array<int, string> by index: messages for the items that are of this nature
     */
    public function messages(Nature $nature): array
    {
        $messages = [];
        foreach ($this->items as $index => $item) {
            if (Wire::nature($item) === $nature) {
                $messages[$index] = Wire::message($this->keys[$index], $nature);
            }
        }

        return $messages;
    }
}
