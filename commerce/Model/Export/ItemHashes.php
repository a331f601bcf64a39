<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Export;

use Magento\DataExporter\Model\FeedHashBuilder;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;

/** The hash of an item that is mapped already is that of its body; its identity is the one that Commerce computes. */
class ItemHashes extends FeedHashBuilder
{
    /** @param array<string, mixed> $row */
    public function buildHash(array $row, FeedIndexMetadata $metadata): string
    {
        return MappedItem::is($row) ? MappedItem::hash($row) : parent::buildHash($row, $metadata);
    }

    /** @param array<string, mixed> $feedItem */
    public function buildIdentifierFromFeedItem(array $feedItem, FeedIndexMetadata $metadata): string
    {
        return (MappedItem::is($feedItem) ? MappedItem::id($feedItem) : null)
            ?? parent::buildIdentifierFromFeedItem($feedItem, $metadata);
    }
}
