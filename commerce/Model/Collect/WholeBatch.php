<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Collect;

use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;

/** What a provider is told of a feed when it is to hand on everything at once. */
class WholeBatch extends FeedIndexMetadata
{
    public function __construct(FeedIndexMetadata $feed)
    {
        parent::__construct(
            $feed->getFeedName(),
            $feed->getSourceTableName(),
            $feed->getSourceTableField(),
            $feed->getFeedIdentity(),
            $feed->getFeedTableName(),
        );
    }

    public function getBatchSize(): int
    {
        return PHP_INT_MAX;
    }
}
