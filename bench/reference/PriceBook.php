<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * The price book of a price or price book item: of a website, or of a customer group on it.
 */
final class PriceBook
{
    /**
     * @param string $group SHA-1 hex of the customer group id, "" for the base book
     */
    private function __construct(public readonly string $website, public readonly string $group)
    {
    }

    /**
     * @param array<string, mixed> $item
     */
    public static function of(array $item): self
    {
        $website = Value::required($item['websiteCode'] ?? null, 'websiteCode');
        $group = $item['customerGroupCode'] ?? '';
        if (!is_string($group)) {
            $group = Value::text($group, 'customerGroupCode');
        }

        if ($group === '0') {
            $group = '';
        } elseif ($group === '' && isset($item['customerGroupId'])) {
            $group = sha1((string) Value::integer($item['customerGroupId'], 'customerGroupId'));
        }

        return new self($website, $group);
    }

    public function isBase(): bool
    {
        return $this->group === '';
    }

    public function id(): string
    {
        return $this->group === '' ? $this->website : "$this->website::$this->group";
    }
}
