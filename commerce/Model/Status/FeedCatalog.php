<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Status;

use Aco\Feed;
use Magento\DataExporter\Model\FeedMetadataPool;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\Framework\Exception\NoSuchEntityException;

/** The feeds that this module sends, in the order in which they are shown. */
class FeedCatalog
{
    private const ORDER = ['products', 'categories', 'productAttributes', 'prices', 'priceBooks'];

    public function __construct(private readonly FeedMetadataPool $feeds)
    {
    }

    /** @return array<string, FeedIndexMetadata> by feed */
    public function all(): array
    {
        $feeds = [];
        foreach ($this->feeds->getAll() as $metadata) {
            if (Feed::tryFrom($metadata->getFeedName()) !== null) {
                $feeds[$metadata->getFeedName()] = $metadata;
            }
        }
        $places = array_flip(self::ORDER);
        uksort($feeds, static fn (string $a, string $b): int => ($places[$a] ?? 99) <=> ($places[$b] ?? 99));

        return $feeds;
    }

    /** @throws NoSuchEntityException when this module does not send the feed */
    public function get(string $feed): FeedIndexMetadata
    {
        return $this->all()[$feed]
            ?? throw new NoSuchEntityException(__('There is no feed "%1". The feeds are %2.', $feed, implode(', ', array_keys($this->all()))));
    }

    public function title(string $feed): string
    {
        return match ($feed) {
            'productAttributes' => (string) __('Product Attributes'),
            'priceBooks' => (string) __('Price Books'),
            default => (string) __(ucfirst($feed)),
        };
    }
}
