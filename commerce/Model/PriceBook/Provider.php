<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\PriceBook;

use Aco\CommerceOptimizer\Model\Text;
use Aco\PriceBooks;
use Magento\Customer\Api\GroupRepositoryInterface;
use Magento\DataExporter\Export\DataProcessorInterface;
use Magento\DataExporter\Export\Request\Info;
use Magento\DataExporter\Export\Request\Node;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\Framework\Api\SearchCriteriaBuilder;
use Magento\Store\Model\StoreManagerInterface;
use Magento\Store\Model\Website;

/** Collects the items of the priceBooks feed: for each website its base book and one for each customer group. */
class Provider implements DataProcessorInterface
{
    public function __construct(
        private readonly StoreManagerInterface $stores,
        private readonly GroupRepositoryInterface $groups,
        private readonly SearchCriteriaBuilder $criteria,
    ) {
    }

    /** @param array<int, array<string, mixed>> $arguments */
    public function execute(
        array $arguments,
        callable $dataProcessorCallback,
        FeedIndexMetadata $metadata,
        ?Node $node = null,
        ?Info $info = null,
    ): void {
        $asked = array_flip(array_map(Text::of(...), array_column($arguments, $metadata->getFeedIdentity())));
        $websites = [];
        $ids = [];
        foreach ($this->stores->getWebsites() as $website) {
            if ($website instanceof Website && isset($asked[(string) $website->getId()])) {
                $ids[$website->getCode()] = (int) $website->getId();
                $websites[] = [
                    'websiteCode' => $website->getCode(),
                    'websiteName' => (string) $website->getName(),
                    'baseCurrency' => (string) $website->getBaseCurrencyCode(),
                ];
            }
        }

        $items = array_map(
            static fn (array $item): array => ['websiteId' => $ids[$item['websiteCode']]] + self::withIdentity($item),
            $websites === [] ? [] : PriceBooks::items($websites, $this->customerGroups()),
        );
        foreach (array_chunk($items, max(1, $metadata->getBatchSize())) as $chunk) {
            $dataProcessorCallback($chunk);
        }
    }

    /**
     * @return list<array{customerGroupId: int, customerGroupName: string}> with those who are not logged in, group 0
     */
    private function customerGroups(): array
    {
        $groups = [];
        foreach ($this->groups->getList($this->criteria->create())->getItems() as $group) {
            $groups[] = ['customerGroupId' => (int) $group->getId(), 'customerGroupName' => (string) $group->getCode()];
        }

        return $groups;
    }

    /**
     * The prices feed names a group by the SHA-1 of its id; the base book has no group.
     *
     * @param array<string, mixed> $item
     *
     * @return array<string, mixed>
     */
    private static function withIdentity(array $item): array
    {
        return [
            'customerGroupCode' => $item['customerGroupId'] === null ? '' : sha1(Text::of($item['customerGroupId'])),
        ] + $item;
    }
}
