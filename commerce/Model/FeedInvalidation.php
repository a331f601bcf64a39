<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model;

use Aco\Feed;
use Magento\DataExporter\Model\FeedMetadataPool;
use Magento\DataExporter\Service\FeedIndexerProvider;

/** Has the next run of cron look at all items of all feeds. */
class FeedInvalidation
{
    public function __construct(
        private readonly FeedMetadataPool $feeds,
        private readonly FeedIndexerProvider $indexers,
    ) {
    }

    public function execute(): void
    {
        foreach ($this->feeds->getAll() as $metadata) {
            if (Feed::tryFrom($metadata->getFeedName()) !== null) {
                $this->indexers->getIndexer($metadata)?->invalidate();
            }
        }
    }
}
