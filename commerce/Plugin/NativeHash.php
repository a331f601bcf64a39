<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Plugin;

use Aco\CommerceOptimizer\Model\Export\MappedItem;
use Magento\DataExporter\Model\FeedHashBuilder;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;

/** The hash of an item that is mapped already is that of its body; its identity is the one that Commerce computes. */
class NativeHash
{
    /**
     * @param callable(array<string, mixed>, FeedIndexMetadata): string $proceed
     * @param array<string, mixed> $row
     */
    public function aroundBuildHash(
        FeedHashBuilder $subject,
        callable $proceed,
        array $row,
        FeedIndexMetadata $metadata,
    ): string {
        return MappedItem::is($row) ? MappedItem::hash($row) : $proceed($row, $metadata);
    }

    /**
     * @param callable(array<string, mixed>, FeedIndexMetadata): string $proceed
     * @param array<string, mixed> $feedItem
     */
    public function aroundBuildIdentifierFromFeedItem(
        FeedHashBuilder $subject,
        callable $proceed,
        array $feedItem,
        FeedIndexMetadata $metadata,
    ): string {
        return (MappedItem::is($feedItem) ? MappedItem::id($feedItem) : null) ?? $proceed($feedItem, $metadata);
    }
}
