<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Config\Setting;
use Aco\Cli\Store\FeedStore;
use Aco\Feed;

/**
 * Takes categories out of the menu that are below a disabled or hidden one. What the source does not say of those above
 * is known from what was sent of them.
 */
final class MenuTree
{
    /** @var array<string, bool> whether categories are in the menu, by path and store view */
    private array $shown = [];

    private function __construct(private readonly FeedStore $store)
    {
    }

    /** Null when every category speaks for itself. */
    public static function ifOn(FeedStore $store): ?self
    {
        return $store->setting(Setting::MENU_PARENTS) === Setting::OFF ? null : new self($store);
    }

    /**
     * Notes a category before those below it are completed.
     *
     * @param array<string, mixed> $item
     */
    public function see(array $item): void
    {
        $key = self::key($item['urlPath'] ?? null, $item['storeViewCode'] ?? null);
        if ($key !== null && empty($item['deleted'])) {
            $this->shown[$key] = self::saysShown($item);
        }
    }

    /**
     * @param array<string, mixed> $item
     * @return array<string, mixed> unchanged unless a category above it is hidden
     */
    public function complete(array $item): array
    {
        $path = $item['urlPath'] ?? null;
        $storeView = $item['storeViewCode'] ?? null;
        if (self::key($path, $storeView) === null || !empty($item['deleted']) || !self::saysShown($item)) {
            return $item;
        }

        for ($end = strpos($path, '/'); $end !== false; $end = strpos($path, '/', $end + 1)) {
            if (!$this->isShown(substr($path, 0, $end), $storeView)) {
                return ['includeInMenu' => false] + $item;
            }
        }

        return $item;
    }

    private function isShown(string $path, string $storeView): bool
    {
        return $this->shown["$path\0$storeView"] ??= $this->wasShown($path, $storeView);
    }

    /** An unknown category hides nothing. */
    private function wasShown(string $path, string $storeView): bool
    {
        $body = $this->store->sentBodies()->latest(Feed::Categories, sha1("$path\0$storeView"));

        return $body === null || (json_decode($body, true)['families'] ?? []) !== [];
    }

    private static function key(mixed $path, mixed $storeView): ?string
    {
        return is_string($path) && is_string($storeView) && $path !== '' ? "$path\0$storeView" : null;
    }

    /** @param array<string, mixed> $item */
    private static function saysShown(array $item): bool
    {
        return !empty($item['isActive']) && !empty($item['includeInMenu']);
    }
}
