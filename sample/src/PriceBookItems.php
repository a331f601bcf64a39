<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * The price books feed: one base book a website and one child book for each of its customer groups.
 */
final class PriceBookItems
{
    public function __construct(private readonly Shop $shop)
    {
    }

    /**
     * @return \Generator<int, array<string, mixed>>
     */
    public function items(): \Generator
    {
        foreach ($this->shop->websites as $website) {
            yield $this->item($website, null, null);
            foreach (Shop::CUSTOMER_GROUPS as $id => $name) {
                yield $this->item($website, $id, $name);
            }
        }
    }

    /**
     * @return array<string, mixed>
     */
    private function item(Website $website, ?int $groupId, ?string $groupName): array
    {
        return [
            'websiteCode' => $website->code,
            'websiteName' => $website->name,
            'customerGroupId' => $groupId,
            'customerGroupName' => $groupName,
            'currency' => $website->currency,
            'deleted' => false,
            'modifiedAt' => Shop::MODIFIED_AT,
        ];
    }
}
