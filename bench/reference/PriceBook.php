<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * The price book of a price or price book item: of a website, or of a customer group on it.
 */
final class PriceBook
{
    /**
     * @param array<string, mixed> $item
     * @return array{string, string} website and SHA-1 hex of the customer group id, "" for the base book
     */
    public static function of(array $item): array
    {
        $website = $item['websiteCode'] ?? null;
        if (!is_string($website) || $website === '') {
            $website = Value::required($website, 'websiteCode');
        }

        $group = $item['customerGroupCode'] ?? '';
        if (!is_string($group)) {
            $group = Value::text($group, 'customerGroupCode');
        }

        if ($group === '0') {
            $group = '';
        } elseif ($group === '' && isset($item['customerGroupId'])) {
            $group = sha1((string) Value::integer($item['customerGroupId'], 'customerGroupId'));
        }

        return [$website, $group];
    }
}
